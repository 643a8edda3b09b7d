/** Example 12: what solutions of differential equations depend on, through integrators in plain Java. */
@NullMarked
package dev.fluxion.examples.sensitivity;

import org.jspecify.annotations.NullMarked;
