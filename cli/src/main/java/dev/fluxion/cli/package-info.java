/** The fluxion command: one class per subcommand. */
@NullMarked
package dev.fluxion.cli;

import org.jspecify.annotations.NullMarked;
