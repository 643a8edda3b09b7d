/**
 * Exceptional control flow as ordinary control flow, for differentiation: what may throw inside of {@code try} stands
 * alone, and where it goes on is a choice made before it. Simplified functions come in.
 */
@NullMarked
package dev.fluxion.transform.exceptions;

import org.jspecify.annotations.NullMarked;
