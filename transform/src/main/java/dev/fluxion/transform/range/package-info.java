/**
 * What is known of whole numbers when the program runs: between which bounds counters stay, and whether two accesses to
 * arrays can be to the same element.
 */
@NullMarked
package dev.fluxion.transform.range;

import org.jspecify.annotations.NullMarked;
