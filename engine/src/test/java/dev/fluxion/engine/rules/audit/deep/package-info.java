/** A package below one that has rules. */
@NullMarked
package dev.fluxion.engine.rules.audit.deep;

import org.jspecify.annotations.NullMarked;
