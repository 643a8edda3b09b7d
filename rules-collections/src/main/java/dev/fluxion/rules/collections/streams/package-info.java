/**
 * Where streams begin: what stands for the methods of the JDK that make them. A stream that other code has made stays
 * what it is, and is refused where a derivative would have to flow through it.
 */
@NullMarked
package dev.fluxion.rules.collections.streams;

import org.jspecify.annotations.NullMarked;
