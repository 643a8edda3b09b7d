/** Rules for java.lang and for what Fluxion itself provides. */
@NullMarked
package dev.fluxion.rules.core;

import org.jspecify.annotations.NullMarked;
