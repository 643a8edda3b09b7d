/** Sources, stages and results of streams of objects: iterators that ask the one before. */
@NullMarked
package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.NullMarked;
