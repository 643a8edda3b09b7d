/** Gradients that are right, and some that a wrong rule has spoilt. */
@NullMarked
package dev.fluxion.testkit.gradcheck;

import org.jspecify.annotations.NullMarked;
