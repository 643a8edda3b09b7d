/** Calls whose code is found when they run. */
@NullMarked
package dev.fluxion.transform.dispatch;

import org.jspecify.annotations.NullMarked;
