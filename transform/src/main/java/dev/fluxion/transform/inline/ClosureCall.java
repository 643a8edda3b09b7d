package dev.fluxion.transform.inline;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The call of a lambda's code that a call through its interface comes down to: captured values first, then the
 * arguments, with the conversions of {@link Conversions} before and after.
 *
 * <pre>
 *     %f = make_closure Function.apply as static A.lambda$0(DDouble)D (%k)
 *     %y = invoke interface Function.apply(Object)Object (%f, %x)
 *  =&gt;
 *     %a = cast Double %x;  %b = invoke static A.lambda$0 (%k, %a);  %y = invoke static Double.valueOf (%b)
 * </pre>
 *
 * @param implementation the code
 * @param arguments what happens to each captured value and argument
 * @param result what happens to the result
 */
public record ClosureCall(
        HandleRef implementation, List<List<Conversions.Step>> arguments, List<Conversions.Step> result) {

    private static final int NEW_TAG = 8;

    /** Takes operations. */
    public interface Emitter {
        /** Adds an operation; returns its result, or null if it has none. */
        @Nullable Value add(Op op);
    }

    /**
     * Returns the call.
     *
     * @param implementation the code
     * @param site the call site that makes the object
     * @param called the interface's method
     * @return null if that method is not the one that the object implements, or the code is that of a field
     */
    public static @Nullable ClosureCall of(HandleRef implementation, Bootstrap site, String called, String descriptor) {
        if (!called.equals(site.name())
                || site.arguments().size() < 3
                || !(site.arguments().get(0) instanceof Bootstrap.MethodTypeRef(String erased))
                || !(site.arguments().get(2) instanceof Bootstrap.MethodTypeRef(String instantiated))
                || !erased.equals(descriptor)) {
            return null;
        }
        return of(implementation, types(site.descriptor()).parameterTypes(), types(erased), types(instantiated));
    }

    /** Returns the call, where the values captured are stored as the given types; null if there is none. */
    public static @Nullable ClosureCall of(
            HandleRef implementation, List<Type> captured, MethodRef called, MethodRef instantiated) {
        List<Type> declared = declared(implementation);
        List<Type> given = called.parameterTypes();
        if (declared == null || declared.size() != captured.size() + given.size()) {
            return null;
        }
        List<List<Conversions.Step>> arguments = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            int own = i - captured.size();
            List<Conversions.Step> steps =
                    own < 0
                            ? Conversions.between(captured.get(i), declared.get(i))
                            : through(given.get(own), instantiated.parameterTypes().get(own), declared.get(i));
            if (steps == null) {
                return null;
            }
            arguments.add(steps);
        }
        if (called.isVoid()) {
            return new ClosureCall(implementation, arguments, List.of());
        }
        Type produced = produced(implementation);
        List<Conversions.Step> result =
                produced == null ? null : through(produced, instantiated.returnType(), called.returnType());
        return result == null ? null : new ClosureCall(implementation, arguments, result);
    }

    private static @Nullable List<Conversions.Step> through(Type from, Type by, Type to) {
        List<Conversions.Step> first = Conversions.between(from, by);
        List<Conversions.Step> second = Conversions.between(by, to);
        if (first == null || second == null) {
            return null;
        }
        List<Conversions.Step> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static MethodRef types(String descriptor) {
        return new MethodRef("", "", descriptor, false);
    }

    /** Returns what the code takes, a receiver included; null for a field. */
    private static @Nullable List<Type> declared(HandleRef handle) {
        List<Type> declared = new ArrayList<>();
        if (handle.tag() == NEW_TAG) {
            return handle.method().parameterTypes();
        }
        InvokeKind kind = kind(handle.tag());
        if (kind == null) {
            return null;
        }
        if (kind != InvokeKind.STATIC) {
            declared.add(owner(handle));
        }
        declared.addAll(handle.method().parameterTypes());
        return declared;
    }

    private static Type owner(HandleRef handle) {
        return Type.of(handle.owner().startsWith("[") ? handle.owner() : "L" + handle.owner() + ";");
    }

    private static @Nullable Type produced(HandleRef handle) {
        if (handle.tag() == NEW_TAG) {
            return owner(handle);
        }
        return handle.method().isVoid() ? null : handle.method().returnType();
    }

    /** Returns the way the handle's method is called; null for constructors and fields. */
    private static @Nullable InvokeKind kind(int tag) {
        return switch (tag) {
            case 5 -> InvokeKind.VIRTUAL;
            case 6 -> InvokeKind.STATIC;
            case 7 -> InvokeKind.SPECIAL;
            case 9 -> InvokeKind.INTERFACE;
            default -> null;
        };
    }

    /** Returns how the code is called; null if it is a constructor. */
    public @Nullable InvokeKind kind() {
        return kind(implementation.tag());
    }

    /**
     * Emits the call; the last operation gives the result, if the interface's method has one.
     *
     * @param values captured values and arguments
     * @return the result, or null if there is none
     */
    public @Nullable Value emit(List<Value> values, Emitter out) {
        List<Value> converted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            converted.add(convert(values.get(i), arguments.get(i), out));
        }
        InvokeKind kind = kind();
        Value produced =
                out.add(
                        kind == null
                                ? new Op.New(implementation.method(), converted)
                                : new Op.Invoke(kind, implementation.method(), converted));
        return produced == null ? null : convert(produced, result, out);
    }

    private static Value convert(Value value, List<Conversions.Step> steps, Emitter out) {
        Value current = value;
        for (Conversions.Step step : steps) {
            Value next = out.add(step.on(current));
            if (next != null) {
                current = next;
            }
        }
        return current;
    }
}
