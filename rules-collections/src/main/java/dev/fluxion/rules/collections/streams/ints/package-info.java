/** Sources, stages and results of streams of whole numbers: iterators that ask the one before. */
@NullMarked
package dev.fluxion.rules.collections.streams.ints;

import org.jspecify.annotations.NullMarked;
