/** Class files shown as Java, by Vineflower; what {@code explain} and {@code grad} print. */
@NullMarked
package dev.fluxion.cli.decompile;

import org.jspecify.annotations.NullMarked;
