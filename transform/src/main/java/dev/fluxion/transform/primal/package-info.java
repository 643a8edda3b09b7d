/** The primal: what the program under differentiation looks like, and what its calls stand for. */
@NullMarked
package dev.fluxion.transform.primal;

import org.jspecify.annotations.NullMarked;
