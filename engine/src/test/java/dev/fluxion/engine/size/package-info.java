/** Derivatives of long loops and of deep recursion. */
@NullMarked
package dev.fluxion.engine.size;

import org.jspecify.annotations.NullMarked;
