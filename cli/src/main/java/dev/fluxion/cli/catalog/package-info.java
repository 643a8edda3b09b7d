/** What is installed: backends, found by ServiceLoader, and rules, as the engine lists them. */
@NullMarked
package dev.fluxion.cli.catalog;

import org.jspecify.annotations.NullMarked;
