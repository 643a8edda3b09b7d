/** Going over the elements of collections in the order and at the time in which their own methods do. */
@NullMarked
package dev.fluxion.rules.collections.traversal;

import org.jspecify.annotations.NullMarked;
