/** From the bytes of a class file to functions in SSA form. */
@NullMarked
package dev.fluxion.frontend;

import org.jspecify.annotations.NullMarked;
