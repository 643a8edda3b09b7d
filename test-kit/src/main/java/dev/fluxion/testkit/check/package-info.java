/**
 * Checks gradients of whole programs: against a plain call, finite differences and the oracle. Random programs and the
 * oracle come in, and the facade of Fluxion.
 */
@NullMarked
package dev.fluxion.testkit.check;

import org.jspecify.annotations.NullMarked;
