/**
 * Which passes run when, before and after differentiation, and derivatives taken inside of what is differentiated. The
 * only package that sees all the others.
 */
@NullMarked
package dev.fluxion.transform.pipeline;

import org.jspecify.annotations.NullMarked;
