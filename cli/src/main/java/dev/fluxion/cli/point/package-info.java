/**
 * A method at a point: the numbers given become its arguments, and its value and gradient there are computed, the
 * latter also by finite differences. Prints nothing.
 */
@NullMarked
package dev.fluxion.cli.point;

import org.jspecify.annotations.NullMarked;
