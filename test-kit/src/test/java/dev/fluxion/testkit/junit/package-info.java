/** All rules of ours, and the extensions that run such tests. */
@NullMarked
package dev.fluxion.testkit.junit;

import org.jspecify.annotations.NullMarked;
