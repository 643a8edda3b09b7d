/**
 * Passes that bring control flow into the shape that differentiation wants: one return, loops with one way in, one way
 * round and exits of their own, loop-closed values, no critical edges. Any function comes in.
 */
@NullMarked
package dev.fluxion.transform.normalize;

import org.jspecify.annotations.NullMarked;
