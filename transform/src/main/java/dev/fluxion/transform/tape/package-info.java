/**
 * Turns the tape's stacks into indexed buffers where the number of values is known before they come. Differentiated
 * programs come in, as the last step before simplification and code generation.
 */
@NullMarked
package dev.fluxion.transform.tape;

import org.jspecify.annotations.NullMarked;
