/**
 * Derivatives through the bits of floating numbers. Comes in: a function that takes numbers apart by {@code
 * doubleToRawLongBits} and puts others together; goes out: the same function, in which a companion with slopes travels
 * beside the bits.
 */
@NullMarked
package dev.fluxion.transform.bits;

import org.jspecify.annotations.NullMarked;
