/** Source text as a tree of templates, and what makes such a tree smaller. Nothing of ours comes in. */
@NullMarked
package dev.fluxion.testkit.source;

import org.jspecify.annotations.NullMarked;
