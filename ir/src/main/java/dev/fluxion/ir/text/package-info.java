/**
 * The text form of functions and programs: a printer and a parser that undo each other, for golden files, listings and
 * error messages. The grammar is at the top of {@link dev.fluxion.ir.text.Parser}.
 */
@NullMarked
package dev.fluxion.ir.text;

import org.jspecify.annotations.NullMarked;
