/** What the JDK keeps numbers in, and how derivatives go through it: end to end, with the rules of rules-core. */
@NullMarked
package dev.fluxion.engine.jdk;

import org.jspecify.annotations.NullMarked;
