/**
 * Inlining: calls of functions and methods whose code is known, and of lambdas that are made in the same function, give
 * way to that code. What a method is comes in through {@link dev.fluxion.transform.MethodSource}.
 */
@NullMarked
package dev.fluxion.transform.inline;

import org.jspecify.annotations.NullMarked;
