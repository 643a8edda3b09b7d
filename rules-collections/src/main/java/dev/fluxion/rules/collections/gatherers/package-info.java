/**
 * The gatherers of {@code java.util.stream.Gatherers} in plain Java, so that what their functions do can be followed.
 */
@NullMarked
package dev.fluxion.rules.collections.gatherers;

import org.jspecify.annotations.NullMarked;
