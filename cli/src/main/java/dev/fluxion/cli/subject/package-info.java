/**
 * What the user pointed at: a Java file compiled in memory or a class on a class path, and the one method in it that is
 * meant. Reads files; knows nothing of derivatives.
 */
@NullMarked
package dev.fluxion.cli.subject;

import org.jspecify.annotations.NullMarked;
