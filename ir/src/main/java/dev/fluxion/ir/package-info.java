/**
 * The intermediate representation: typed SSA with block arguments, as immutable data. Nothing of ours comes in from
 * other modules; passes elsewhere map functions to functions.
 */
@NullMarked
package dev.fluxion.ir;

import org.jspecify.annotations.NullMarked;
