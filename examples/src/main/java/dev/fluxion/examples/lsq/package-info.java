/** Example 10: NIST's non-linear regressions, fitted by Hipparchus with Jacobians of Fluxion's. */
@NullMarked
package dev.fluxion.examples.lsq;

import org.jspecify.annotations.NullMarked;
