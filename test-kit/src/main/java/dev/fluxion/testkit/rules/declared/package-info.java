/** Which rules there are, and which methods they are for. */
@NullMarked
package dev.fluxion.testkit.rules.declared;

import org.jspecify.annotations.NullMarked;
