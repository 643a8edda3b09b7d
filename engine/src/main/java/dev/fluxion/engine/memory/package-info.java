/**
 * What functions given to methods with rules read of arrays and objects: remembered when such a method is called, and
 * put back while its pullback runs them again.
 */
@NullMarked
package dev.fluxion.engine.memory;

import org.jspecify.annotations.NullMarked;
