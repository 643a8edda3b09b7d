/** The operations of the IR, one record each, and their traits. Values, types and symbols come in. */
@NullMarked
package dev.fluxion.ir.op;

import org.jspecify.annotations.NullMarked;
