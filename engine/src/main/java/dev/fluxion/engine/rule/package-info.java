/**
 * The rules that providers bring, found by ServiceLoader or given by the user. Rule classes are read, not initialised;
 * what goes out names the methods that compute partial derivatives, which others raise to IR when they are needed.
 */
@NullMarked
package dev.fluxion.engine.rule;

import org.jspecify.annotations.NullMarked;
