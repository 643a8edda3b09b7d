/** From IR to scalar JVM bytecode. */
@NullMarked
package dev.fluxion.backend.cpu;

import org.jspecify.annotations.NullMarked;
