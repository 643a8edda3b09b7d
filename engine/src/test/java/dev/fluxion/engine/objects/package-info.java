/** Objects in the code that is differentiated: what they do to gradients. */
@NullMarked
package dev.fluxion.engine.objects;

import org.jspecify.annotations.NullMarked;
