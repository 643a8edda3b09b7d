/**
 * The meaning of the IR: runs functions on boxed values, slowly and plainly. Programs come in, results or the program's
 * own exceptions go out; methods and fields of Java are reached through a {@link dev.fluxion.ir.interpret.Linkage}.
 */
@NullMarked
package dev.fluxion.ir.interpret;

import org.jspecify.annotations.NullMarked;
