/** Sources, stages and results of streams of doubles: iterators that ask the one before. */
@NullMarked
package dev.fluxion.rules.collections.streams.doubles;

import org.jspecify.annotations.NullMarked;
