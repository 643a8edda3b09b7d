/**
 * What emitted code uses when it runs: the tape, and the linking of functional objects whose class is only known then.
 * Emitted code refers to this package and to the JDK only, so its names and descriptors are a binary contract.
 */
@NullMarked
package dev.fluxion.runtime;

import org.jspecify.annotations.NullMarked;
