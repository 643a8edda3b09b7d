/**
 * From a function object or a reflected method to the code that it runs. Function objects come in; the implementing
 * class, the method and the values that it was given beforehand go out. No bytecode is read here.
 */
@NullMarked
package dev.fluxion.engine.lambda;

import org.jspecify.annotations.NullMarked;
