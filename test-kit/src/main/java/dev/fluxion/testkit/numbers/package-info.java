/**
 * The numbers in values of any kind: which there are and what they are called, copies of a value with others, random
 * tangents, and tangents read back.
 */
@NullMarked
package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.NullMarked;
