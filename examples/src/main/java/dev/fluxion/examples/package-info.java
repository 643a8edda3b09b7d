/** Worked examples; each is run by a test. */
@NullMarked
package dev.fluxion.examples;

import org.jspecify.annotations.NullMarked;
