/** The rule tester on rules that are right, and on rules that are wrong in every way we know. */
@NullMarked
package dev.fluxion.testkit.rules;

import org.jspecify.annotations.NullMarked;
