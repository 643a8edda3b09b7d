/** Derivatives by central differences with extrapolation, and how far to trust them. Knows nothing of Fluxion. */
@NullMarked
package dev.fluxion.testkit.differences;

import org.jspecify.annotations.NullMarked;
