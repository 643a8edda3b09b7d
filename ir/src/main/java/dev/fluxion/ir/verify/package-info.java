/**
 * Checks that functions and programs keep the rules that all passes rely on. Functions come in, located problems go
 * out.
 */
@NullMarked
package dev.fluxion.ir.verify;

import org.jspecify.annotations.NullMarked;
