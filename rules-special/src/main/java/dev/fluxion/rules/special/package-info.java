/**
 * Derivatives of special functions, those of Hipparchus and of Apache Commons Numbers: rules by the names of the
 * classes, which need not be there, and the functions that the formulas need. Each formula names its place in the
 * Digital Library of Mathematical Functions.
 */
@NullMarked
package dev.fluxion.rules.special;

import org.jspecify.annotations.NullMarked;
