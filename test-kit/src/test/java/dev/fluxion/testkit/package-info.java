/** Random programs, tried on the frontend, the transform, a backend and the engine. */
@NullMarked
package dev.fluxion.testkit;

import org.jspecify.annotations.NullMarked;
