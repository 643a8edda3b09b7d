/** Numbers in values of all kinds. */
@NullMarked
package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.NullMarked;
