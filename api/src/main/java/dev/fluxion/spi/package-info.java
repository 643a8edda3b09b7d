/**
 * What the facade needs from others and finds by ServiceLoader: an engine that makes derivatives, a decompiler that
 * shows them. Users never see these; rules and backends have packages of their own.
 */
@NullMarked
package dev.fluxion.spi;

import org.jspecify.annotations.NullMarked;
