/**
 * Arguments that are objects: what a gradient can be taken in, found by walking from the argument before the function
 * runs, and the gradient in it, read off the shadows afterwards. Objects come in, gradients go out; nothing is
 * compiled.
 */
@NullMarked
package dev.fluxion.engine.graph;

import org.jspecify.annotations.NullMarked;
