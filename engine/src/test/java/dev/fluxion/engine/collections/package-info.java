/** Derivatives through collections and functions of the JDK. */
@NullMarked
package dev.fluxion.engine.collections;

import org.jspecify.annotations.NullMarked;
