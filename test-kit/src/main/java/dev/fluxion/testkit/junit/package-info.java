/** Rules and random tangents in tests with JUnit 5, which has to be on the path of who uses them. */
@NullMarked
package dev.fluxion.testkit.junit;

import org.jspecify.annotations.NullMarked;
