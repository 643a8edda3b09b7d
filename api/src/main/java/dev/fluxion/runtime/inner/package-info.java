/**
 * What the derivatives of the API are in code that is itself differentiated: plain Java around two of them, the
 * gradient in an array of numbers and the tangent of a function between arrays of numbers, which the transforms put in
 * place of their calls. It is differentiated like the code around it, so that there is no end to the orders.
 */
@NullMarked
package dev.fluxion.runtime.inner;

import org.jspecify.annotations.NullMarked;
