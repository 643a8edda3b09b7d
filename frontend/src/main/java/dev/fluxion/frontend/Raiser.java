package dev.fluxion.frontend;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.MethodRef;

import java.util.Optional;

/**
 * Raises a method's bytecode to a function in SSA form.
 *
 * <pre>{@code
 * static double pow(double x, int n) {         func @pow(%x: f64, %n: i32) -> f64 {
 *     double r = 1;                            ^entry: br ^loop(1.0, 0)
 *     for (int i = 0; i < n; i++) {            ^loop(%r: f64, %i: i32): br_if (lt %i, %n) ^body, ^exit
 *         r *= x;                              ^body: %r2 = mul %r, %x; %i2 = add %i, 1; br ^loop(%r2, %i2)
 *     }                                        ^exit: ret %r
 *     return r;                                }
 * }
 * }</pre>
 *
 * <p>Stack and local variables are gone: constants and copies flow through them for free, and a block has a parameter
 * only where different values meet that something uses. A block in a {@code try} ends where a variable is written that
 * a handler may see.
 */
public final class Raiser {
    private Raiser() {}

    /**
     * Returns the function that does what the method does. Its parameters are the receiver, if there is one, and the
     * declared parameters; its name is {@code owner.name(descriptor)} with the class that declares the method as owner.
     *
     * @param file the class that declares the method
     * @param method the method's name and descriptor; the owner is not looked at
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the class does not declare the method, if that has
     *     no code, or if its code has something that is not covered
     */
    public static Function raise(ClassFile file, MethodRef method) {
        Optional<ClassFile.Method> declared = file.method(method.name(), method.descriptor());
        if (declared.isEmpty()) {
            throw Refusals.unknownMethod(file, method);
        }
        return raise(file, declared.get());
    }

    /**
     * Returns the function that does what the method does, as above.
     *
     * @param file the class that declares the method
     * @param method one of its methods
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the method has no code, or something in it is not
     *     covered
     */
    public static Function raise(ClassFile file, ClassFile.Method method) {
        Position place =
                new Position(file.name().replace('/', '.'), method.name(), file.sourceFile(), 0, Optional.empty());
        if (method.isNative()) {
            throw Refusals.nativeMethod(place);
        }
        if (method.isAbstract()) {
            throw Refusals.abstractMethod(place);
        }
        Function draft = draft(file, method);
        Function raised = ParameterPruning.prune(draft);
        return method.isSynchronized() ? Synchronization.wrap(raised, file, method) : raised;
    }

    private static Function draft(ClassFile file, ClassFile.Method method) {
        Code code = file.code(method);
        Flow flow = new Flow(code);
        Liveness liveness = new Liveness(code, flow);
        TypeGuesses guesses = new TypeGuesses();
        boolean inferred = !flow.hasDeclaredTypes();
        Function draft;
        do {
            draft = new Drafting(code, flow, liveness, file.reference(method), guesses, inferred).draft();
        } while (guesses.takeChanged());
        return draft;
    }
}
