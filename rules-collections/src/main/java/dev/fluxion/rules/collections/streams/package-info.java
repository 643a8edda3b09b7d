/**
 * Sequential streams in plain Java, so that what their functions compute can be followed. A stream that code without
 * such a stand-in has made stays what it is, and is refused where a derivative would have to flow through it.
 */
@NullMarked
package dev.fluxion.rules.collections.streams;

import org.jspecify.annotations.NullMarked;
