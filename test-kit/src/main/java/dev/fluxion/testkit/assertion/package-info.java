/** Assertions about gradients for AssertJ, which has to be on the path of who uses them. */
@NullMarked
package dev.fluxion.testkit.assertion;

import org.jspecify.annotations.NullMarked;
