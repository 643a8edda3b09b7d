/** JMH benchmarks: what a gradient costs, beside the function and beside a gradient written by hand. */
@NullMarked
package dev.fluxion.benchmarks;

import org.jspecify.annotations.NullMarked;
