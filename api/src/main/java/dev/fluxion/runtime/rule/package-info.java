/** What emitted code calls around the pullbacks of rules. */
@NullMarked
package dev.fluxion.runtime.rule;

import org.jspecify.annotations.NullMarked;
