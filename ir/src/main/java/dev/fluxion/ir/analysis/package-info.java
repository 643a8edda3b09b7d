/**
 * What can be computed from a function without changing it: control-flow graph, dominators, loops, counted loops,
 * liveness. Functions come in; immutable answers to questions go out, all in a deterministic order.
 */
@NullMarked
package dev.fluxion.ir.analysis;

import org.jspecify.annotations.NullMarked;
