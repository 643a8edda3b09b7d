/**
 * Variable handles of arrays. Each class is read by the engine, not called; what is asked when differentiated code runs
 * is in {@link dev.fluxion.rules.core.handles.ElementHandles}.
 */
@NullMarked
package dev.fluxion.rules.core.handles;

import org.jspecify.annotations.NullMarked;
