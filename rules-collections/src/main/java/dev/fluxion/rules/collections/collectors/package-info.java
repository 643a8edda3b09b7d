/**
 * The collectors of {@code java.util.stream.Collectors} in plain Java, so that what their functions do can be followed.
 */
@NullMarked
package dev.fluxion.rules.collections.collectors;

import org.jspecify.annotations.NullMarked;
