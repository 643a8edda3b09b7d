/**
 * Scalar replacement: objects that a function makes and nobody else sees give way to the values of their fields. What
 * constructors and methods do, and what classes are, comes in through {@link dev.fluxion.transform.MethodSource}.
 */
@NullMarked
package dev.fluxion.transform.scalar;

import org.jspecify.annotations.NullMarked;
