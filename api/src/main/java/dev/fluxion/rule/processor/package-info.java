/**
 * Checks rules when they are compiled: an annotation processor, which javac runs with {@code -proc:full} or {@code
 * -processor dev.fluxion.rule.processor.RuleProcessor}. What the engine would say of a rule when it is found, javac
 * says at the rule's line. Nothing else of Fluxion knows this package.
 */
@NullMarked
package dev.fluxion.rule.processor;

import org.jspecify.annotations.NullMarked;
