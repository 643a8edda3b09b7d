/** Example 13: the problem of Lambert, by shooting along orbits of Kepler. */
@NullMarked
package dev.fluxion.examples.lambert;

import org.jspecify.annotations.NullMarked;
