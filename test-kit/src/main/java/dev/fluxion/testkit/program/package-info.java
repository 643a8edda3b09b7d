/** Programs around the method of a rule, for Fluxion to differentiate. Nothing of it is for users. */
@NullMarked
package dev.fluxion.testkit.program;

import org.jspecify.annotations.NullMarked;
