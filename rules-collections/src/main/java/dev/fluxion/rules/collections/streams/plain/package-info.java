/**
 * Sequential streams in plain Java, so that what their functions compute can be followed. Each stage asks the one
 * before for its elements, one by one.
 */
@NullMarked
package dev.fluxion.rules.collections.streams.plain;

import org.jspecify.annotations.NullMarked;
