/**
 * Random well-typed Java programs, and how to make them smaller. Knows nothing of derivatives, except that programs
 * should have some: numbers stay tame.
 */
@NullMarked
package dev.fluxion.testkit.random;

import org.jspecify.annotations.NullMarked;
