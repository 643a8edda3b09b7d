/** Code of the documentation's pages about rules, and that it is this code. */
@NullMarked
package dev.fluxion.testkit.documented;

import org.jspecify.annotations.NullMarked;
