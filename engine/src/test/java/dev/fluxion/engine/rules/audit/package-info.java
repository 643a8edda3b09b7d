/** Classes whose rules are those of their package. */
@NullMarked
package dev.fluxion.engine.rules.audit;

import org.jspecify.annotations.NullMarked;
