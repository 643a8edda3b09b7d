/** What the methods of {@link dev.fluxion.Fluxion} that control differentiation are made of. */
@NullMarked
package dev.fluxion.control;

import org.jspecify.annotations.NullMarked;
