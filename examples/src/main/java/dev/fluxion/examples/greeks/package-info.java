/** Example 11: Greeks of the models of Black and Scholes and of Heston, to the second order and beyond. */
@NullMarked
package dev.fluxion.examples.greeks;

import org.jspecify.annotations.NullMarked;
