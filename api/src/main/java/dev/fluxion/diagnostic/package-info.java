/**
 * What Fluxion says when it refuses: diagnostics with an id, a place, a reason, a remedy and a page in docs/errors, and
 * the one exception that carries them. Every module reports through here; nothing else belongs here.
 */
@NullMarked
package dev.fluxion.diagnostic;

import org.jspecify.annotations.NullMarked;
