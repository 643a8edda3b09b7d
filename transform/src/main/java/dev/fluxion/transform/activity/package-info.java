/**
 * Which values a derivative flows through, and whether all that it meets there is covered. A function and the meaning
 * of its calls come in.
 */
@NullMarked
package dev.fluxion.transform.activity;

import org.jspecify.annotations.NullMarked;
