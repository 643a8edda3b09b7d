/**
 * The derivatives of {@code java.lang}, and what of it carries none. Each class holds the rules for a few classes of
 * the JDK as plain static methods; {@link dev.fluxion.rules.core.CoreRules} lists them. Point conventions:
 * docs/rules.md.
 */
@NullMarked
package dev.fluxion.rules.core;

import org.jspecify.annotations.NullMarked;
