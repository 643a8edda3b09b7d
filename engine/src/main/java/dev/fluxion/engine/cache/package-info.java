/** Remembers what was made for a class as long as the class lives; makes each thing once. Nothing about derivatives. */
@NullMarked
package dev.fluxion.engine.cache;

import org.jspecify.annotations.NullMarked;
