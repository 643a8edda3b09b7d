/**
 * Reverse rules in plain Java, as IR: what computes a method's value and says what to remember, and the pair of
 * augmented primal and reverse that differentiation calls. Which method has one, {@link dev.fluxion.transform.Target}
 * tells.
 */
@NullMarked
package dev.fluxion.transform.rule;

import org.jspecify.annotations.NullMarked;
