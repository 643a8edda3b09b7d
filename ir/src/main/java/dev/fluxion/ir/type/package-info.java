/** Types of values, array elements and fields. Plain immutable data; nothing of ours comes in. */
@NullMarked
package dev.fluxion.ir.type;

import org.jspecify.annotations.NullMarked;
