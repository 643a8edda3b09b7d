/** Lists the rules that are found, with what becomes of each. Derivatives do not need it. */
@NullMarked
package dev.fluxion.engine.listing;

import org.jspecify.annotations.NullMarked;
