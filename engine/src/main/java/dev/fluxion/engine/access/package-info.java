/**
 * What code may be read, and where code may be put: class files, member tables, lookups with full privilege, the class
 * that hosts a derivative, and the access rules between them. Classes come in; no IR is changed here.
 */
@NullMarked
package dev.fluxion.engine.access;

import org.jspecify.annotations.NullMarked;
