/**
 * From the bytes of a class file to functions in SSA form: {@link ClassFile} is what is read once per class, {@link
 * Raiser} makes a function of one of its methods. Bytes come in, IR goes out; no class is loaded.
 */
@NullMarked
package dev.fluxion.frontend;

import org.jspecify.annotations.NullMarked;
