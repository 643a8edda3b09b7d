/**
 * How anyone tells Fluxion the derivative of a method: static methods in plain Java with annotations. They are raised
 * to IR and inlined like user code. See docs/rules.md.
 */
@NullMarked
package dev.fluxion.rule;

import org.jspecify.annotations.NullMarked;
