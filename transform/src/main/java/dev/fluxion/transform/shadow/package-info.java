/** Memory that may hold varying numbers: where it is read and stored, and the calls that find its shadow. */
@NullMarked
package dev.fluxion.transform.shadow;

import org.jspecify.annotations.NullMarked;
