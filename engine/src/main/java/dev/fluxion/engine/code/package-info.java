/**
 * What a call in differentiated code stands for, seen from the class that hosts the derivative: a rule, a body that may
 * be run there, or a reason why not; and the last step before a backend, which respells what the host may not do
 * itself.
 */
@NullMarked
package dev.fluxion.engine.code;

import org.jspecify.annotations.NullMarked;
