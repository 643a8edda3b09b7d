/**
 * Gradients by a tape: an interpreter of the IR that records each operation on numbers, and adds the adjoints up
 * backwards. Slow, simple, and shares nothing with the transform that it is there to judge. The IR comes in.
 */
@NullMarked
package dev.fluxion.testkit.oracle;

import org.jspecify.annotations.NullMarked;
