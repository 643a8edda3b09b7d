/** Gradients of functions of users, compared with finite differences. */
@NullMarked
package dev.fluxion.testkit.gradcheck;

import org.jspecify.annotations.NullMarked;
