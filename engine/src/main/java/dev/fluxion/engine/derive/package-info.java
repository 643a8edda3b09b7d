/**
 * From the function of a method to the functions of its derivative's entries: adapted to the interface that users
 * called, differentiated, wrapped. IR comes in and goes out; nothing is compiled here.
 */
@NullMarked
package dev.fluxion.engine.derive;

import org.jspecify.annotations.NullMarked;
