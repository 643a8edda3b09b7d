/**
 * What a backend implements: it turns IR into something that runs. Found by ServiceLoader, chosen by name; knows
 * nothing of engine, transform or rules, and they nothing of it.
 */
@NullMarked
package dev.fluxion.backend;

import org.jspecify.annotations.NullMarked;
