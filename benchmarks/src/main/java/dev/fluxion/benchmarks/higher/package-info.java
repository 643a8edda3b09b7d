/** Derivatives other than gradients, each against something that gives the same. */
@NullMarked
package dev.fluxion.benchmarks.higher;

import org.jspecify.annotations.NullMarked;
