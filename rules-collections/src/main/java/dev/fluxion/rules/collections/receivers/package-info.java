/** What the classes of collections do themselves, and what they leave to the interfaces. */
@NullMarked
package dev.fluxion.rules.collections.receivers;

import org.jspecify.annotations.NullMarked;
