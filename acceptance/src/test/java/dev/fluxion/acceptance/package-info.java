/**
 * Functions of libraries straight from Maven Central, differentiated as they are. One table, one line for each
 * function: start at {@link dev.fluxion.acceptance.LibrariesTest}; a class for each library holds its lines.
 */
@NullMarked
package dev.fluxion.acceptance;

import org.jspecify.annotations.NullMarked;
