/** Rules that give value and pullback, from the outside: what users of them see. */
@NullMarked
package dev.fluxion.engine.rules;

import org.jspecify.annotations.NullMarked;
