package dev.fluxion.frontend;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

/** The texts with which the frontend refuses. */
final class Refusals {
    private static final String RULE = "a rule for the method (docs/rules.md)";

    private Refusals() {}

    static NotDifferentiableException notAClassFile(@Nullable Throwable cause) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNREADABLE_CLASS,
                        "cannot read a class file",
                        "its bytes are not those of a valid class file",
                        "a fresh compilation of the class"),
                cause);
    }

    static NotDifferentiableException tooNew(int major, int newest) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNREADABLE_CLASS,
                        "cannot read a class file of version " + major,
                        "it was compiled for Java "
                                + (major - 44)
                                + " and the newest version that is understood is that of Java "
                                + (newest - 44),
                        "javac --release " + (newest - 44) + " or older"));
    }

    static NotDifferentiableException damaged(Position where, String why) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNREADABLE_CLASS,
                        "cannot read the code of " + where.className() + "." + where.method(),
                        where,
                        why,
                        "a fresh compilation of the class"));
    }

    static NotDifferentiableException unknownMethod(ClassFile file, MethodRef method) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNKNOWN_METHOD,
                        "cannot find the method " + method.display() + method.descriptor(),
                        "the class " + file.name().replace('/', '.') + " does not declare it",
                        "compiling the caller again, against the class as it is now"));
    }

    static NotDifferentiableException nativeMethod(Position where) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.NATIVE_METHOD,
                        "cannot differentiate the native method " + where.className() + "." + where.method(),
                        where,
                        "it has no bytecode",
                        RULE));
    }

    static NotDifferentiableException abstractMethod(Position where) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.ABSTRACT_METHOD,
                        "cannot differentiate the abstract method " + where.className() + "." + where.method(),
                        where,
                        "its implementation is not known here",
                        "a receiver whose class is known, or " + RULE));
    }

    static NotDifferentiableException unsupported(String instruction, Position where, String why) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNSUPPORTED_INSTRUCTION,
                        "cannot differentiate the instruction " + instruction,
                        where,
                        why,
                        "compiling the class again with a newer compiler, or " + RULE));
    }
}
