/** What is installed: rules and backends, found by ServiceLoader and read by reflection, without starting an engine. */
@NullMarked
package dev.fluxion.cli.catalog;

import org.jspecify.annotations.NullMarked;
