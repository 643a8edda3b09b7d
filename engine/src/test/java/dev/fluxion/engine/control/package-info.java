/** How a function controls its own derivative. */
@NullMarked
package dev.fluxion.engine.control;

import org.jspecify.annotations.NullMarked;
