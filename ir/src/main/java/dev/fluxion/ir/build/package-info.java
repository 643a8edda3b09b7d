/** Ways to make functions: statement by statement, with variables that are assigned many times, or by renumbering. */
@NullMarked
package dev.fluxion.ir.build;

import org.jspecify.annotations.NullMarked;
