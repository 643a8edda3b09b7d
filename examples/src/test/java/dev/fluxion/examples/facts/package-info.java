/**
 * Published values of derivatives, one test each, under the numbers of the project's table of facts. The numbers come
 * from the tests, manuals and papers of Zygote.jl and ChainRules.jl, or follow from them by hand.
 */
@NullMarked
package dev.fluxion.examples.facts;

import org.jspecify.annotations.NullMarked;
