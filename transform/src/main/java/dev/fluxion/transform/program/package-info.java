/**
 * The program that is being differentiated: what its calls stand for, and what is known of its functions before the
 * derivative of any is made. Both modes start here.
 */
@NullMarked
package dev.fluxion.transform.program;

import org.jspecify.annotations.NullMarked;
