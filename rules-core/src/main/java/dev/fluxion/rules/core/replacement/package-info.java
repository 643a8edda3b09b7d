/**
 * Plain Java that stands for methods of the JDK that are native or use what is private there. Each class is for one
 * class of the JDK, and is read by the engine, not called.
 */
@NullMarked
package dev.fluxion.rules.core.replacement;

import org.jspecify.annotations.NullMarked;
