/**
 * Forward mode: from a normalised function to one that also computes its tangents, one or several at once. Comes in: a
 * function, its active parameters, the meaning of its calls. Read {@link dev.fluxion.transform.tangent.ForwardMode}
 * first.
 */
@NullMarked
package dev.fluxion.transform.tangent;

import org.jspecify.annotations.NullMarked;
