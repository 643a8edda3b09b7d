/** JShell with Fluxion in it. */
@NullMarked
package dev.fluxion.cli.shell;

import org.jspecify.annotations.NullMarked;
