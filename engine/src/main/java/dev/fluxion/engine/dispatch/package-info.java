/**
 * Calls whose code is found when they run: the function that a receiver of some class runs, made for differentiation.
 * The receiver and the call come in; what is compiled of it is the engine's matter.
 */
@NullMarked
package dev.fluxion.engine.dispatch;

import org.jspecify.annotations.NullMarked;
