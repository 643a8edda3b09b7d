/** What a gradient is where it cannot be a value of the argument's own type. */
@NullMarked
package dev.fluxion.tangent;

import org.jspecify.annotations.NullMarked;
