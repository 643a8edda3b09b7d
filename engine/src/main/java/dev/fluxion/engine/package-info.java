/** Finds the method behind a lambda, asks the stages for its derivative, keeps and defines what they make. */
@NullMarked
package dev.fluxion.engine;

import org.jspecify.annotations.NullMarked;
