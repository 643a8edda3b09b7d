/** Names of Java things outside the IR: methods, fields, handles, bootstraps. Plain immutable data. */
@NullMarked
package dev.fluxion.ir.symbol;

import org.jspecify.annotations.NullMarked;
