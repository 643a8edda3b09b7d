/**
 * Rules for what of {@code java.util} keeps references and gives them back. What is in it has its shadow by identity,
 * so that putting a boxed number into a list and taking it out again loses nothing.
 */
@NullMarked
package dev.fluxion.rules.collections;

import org.jspecify.annotations.NullMarked;
