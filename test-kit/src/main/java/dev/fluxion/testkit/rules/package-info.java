/**
 * Tests of rules, after ChainRulesTestUtils: {@link dev.fluxion.testkit.rules.RuleTester}. Rules are called as the
 * plain static methods that they are; what is expected of them comes from the methods that they are for.
 */
@NullMarked
package dev.fluxion.testkit.rules;

import org.jspecify.annotations.NullMarked;
