/** Finite differences of functions whose derivatives are known. */
@NullMarked
package dev.fluxion.testkit.differences;

import org.jspecify.annotations.NullMarked;
