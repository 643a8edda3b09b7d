/** What compiled sweeps of forward mode implement: raw methods, without any check of their arguments. */
@NullMarked
package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.NullMarked;
