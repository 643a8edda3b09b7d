/** Sources, stages and results of streams of long whole numbers: iterators that ask the one before. */
@NullMarked
package dev.fluxion.rules.collections.streams.longs;

import org.jspecify.annotations.NullMarked;
