/**
 * Passes that make functions smaller and faster without changing what they compute, bit by bit. Any function comes in;
 * {@link dev.fluxion.transform.simplify.Simplify} is the list of them all.
 */
@NullMarked
package dev.fluxion.transform.simplify;

import org.jspecify.annotations.NullMarked;
