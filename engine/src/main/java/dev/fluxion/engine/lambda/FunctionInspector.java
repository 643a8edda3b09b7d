package dev.fluxion.engine.lambda;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the method behind a function object.
 *
 * <ul>
 *   <li>A lambda or a method reference says itself what it runs, if it is serializable; the captured values come first.
 *   <li>A bound method reference knows its receiver, so that the method that the receiver's class chooses is found now.
 *   <li>Any other object, of an ordinary, anonymous or record class, is the receiver of its own method.
 * </ul>
 */
public final class FunctionInspector {

    private FunctionInspector() {}

    /**
     * Returns what {@code function} runs when its functional method is called.
     *
     * @param function an instance of {@code contract}
     * @param contract the functional interface whose method users call
     * @param name that method's name
     * @param type that method's type
     * @throws NotDifferentiableException if a lambda does not tell
     */
    public static Implementation inspect(Object function, Class<?> contract, String name, MethodType type) {
        Class<?> implementor = function.getClass();
        if (!isLambda(implementor)) {
            return ofReceiver(function, name, type);
        }
        SerializedLambda form = function instanceof Serializable ? SerializedForm.of(function) : null;
        if (form == null) {
            throw new NotDifferentiableException(
                    function instanceof Serializable
                            ? LambdaDiagnostics.madeInDerivative(implementor)
                            : LambdaDiagnostics.notSerializable(implementor, contract));
        }
        return ofForm(form, implementor.getClassLoader());
    }

    /** The JVM spins a hidden class for each lambda expression and method reference, with this in its name. */
    static boolean isLambda(Class<?> type) {
        return type.isHidden() && type.getName().contains("$$Lambda");
    }

    /**
     * Returns what calling a reflected method runs.
     *
     * @param method the method
     * @param receiver the object it is called on, null for a static method
     */
    public static Implementation inspect(Method method, @Nullable Object receiver) {
        MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        if (Modifier.isStatic(method.getModifiers())) {
            return new Implementation(
                    method.getDeclaringClass(), reference(method, type), InvokeKind.STATIC, List.of());
        }
        if (receiver == null) {
            throw new NotDifferentiableException(LambdaDiagnostics.receiverMissing(method));
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            List<@Nullable Object> captured = new ArrayList<>();
            captured.add(receiver);
            return new Implementation(
                    method.getDeclaringClass(), reference(method, type), InvokeKind.SPECIAL, captured);
        }
        return ofReceiver(receiver, method.getName(), type);
    }

    private static Implementation ofForm(SerializedLambda form, @Nullable ClassLoader loader) {
        Class<?> owner = load(form.getImplClass(), loader);
        MethodRef method =
                new MethodRef(
                        form.getImplClass(),
                        form.getImplMethodName(),
                        form.getImplMethodSignature(),
                        owner.isInterface());
        List<@Nullable Object> captured = new ArrayList<>();
        for (int i = 0; i < form.getCapturedArgCount(); i++) {
            captured.add(form.getCapturedArg(i));
        }
        InvokeKind kind =
                switch (form.getImplMethodKind()) {
                    case MethodHandleInfo.REF_invokeStatic -> InvokeKind.STATIC;
                    case MethodHandleInfo.REF_invokeVirtual -> InvokeKind.VIRTUAL;
                    case MethodHandleInfo.REF_invokeInterface -> InvokeKind.INTERFACE;
                    case MethodHandleInfo.REF_invokeSpecial, MethodHandleInfo.REF_newInvokeSpecial ->
                            InvokeKind.SPECIAL;
                    default ->
                            throw new IllegalArgumentException(
                                    "a lambda of an unknown kind: " + form.getImplMethodKind());
                };
        boolean chosenByReceiver = kind == InvokeKind.VIRTUAL || kind == InvokeKind.INTERFACE;
        if (chosenByReceiver && !captured.isEmpty() && captured.getFirst() != null) {
            return ofBoundReference(owner, method, kind, captured);
        }
        return new Implementation(owner, method, kind, captured);
    }

    /** A private lambda body is called on its object as it is; any other method as the receiver's class has it. */
    private static Implementation ofBoundReference(
            Class<?> owner, MethodRef method, InvokeKind kind, List<@Nullable Object> captured) {
        Object receiver = captured.getFirst();
        MethodType type = MethodType.fromMethodDescriptorString(method.descriptor(), owner.getClassLoader());
        if (receiver == null || publicMethod(receiver.getClass(), method.name(), type) == null) {
            return new Implementation(owner, method, kind, captured);
        }
        Implementation chosen =
                isLambda(receiver.getClass())
                        ? inspect(receiver, owner, method.name(), type)
                        : ofReceiver(receiver, method.name(), type);
        List<@Nullable Object> all = new ArrayList<>(chosen.captured());
        all.addAll(captured.subList(1, captured.size()));
        return new Implementation(chosen.owner(), chosen.method(), chosen.kind(), all);
    }

    private static Implementation ofReceiver(Object receiver, String name, MethodType type) {
        List<@Nullable Object> captured = new ArrayList<>();
        captured.add(receiver);
        Method chosen = publicMethod(receiver.getClass(), name, type);
        if (chosen == null) {
            MethodRef method =
                    new MethodRef(internalName(receiver.getClass()), name, type.toMethodDescriptorString(), false);
            return new Implementation(receiver.getClass(), method, InvokeKind.VIRTUAL, captured);
        }
        if (chosen.isBridge()) {
            chosen = bridged(chosen);
        }
        MethodType exact = MethodType.methodType(chosen.getReturnType(), chosen.getParameterTypes());
        return new Implementation(chosen.getDeclaringClass(), reference(chosen, exact), InvokeKind.SPECIAL, captured);
    }

    /**
     * Returns the method that a compiler has made a bridge to: the one of the same class that takes narrower types. If
     * there are several, the bridge itself.
     */
    private static Method bridged(Method bridge) {
        Method found = null;
        for (Method method : bridge.getDeclaringClass().getDeclaredMethods()) {
            if (!method.isBridge()
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getName().equals(bridge.getName())
                    && takesNarrower(method.getParameterTypes(), bridge.getParameterTypes())
                    && bridge.getReturnType().isAssignableFrom(method.getReturnType())) {
                if (found != null) {
                    return bridge;
                }
                found = method;
            }
        }
        return found == null ? bridge : found;
    }

    private static boolean takesNarrower(Class<?>[] narrow, Class<?>[] wide) {
        if (narrow.length != wide.length) {
            return false;
        }
        for (int i = 0; i < narrow.length; i++) {
            if (!wide[i].isAssignableFrom(narrow[i])) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Method publicMethod(Class<?> type, String name, MethodType methodType) {
        try {
            return type.getMethod(name, methodType.parameterArray());
        } catch (NoSuchMethodException notPublic) {
            return null;
        }
    }

    private static MethodRef reference(Method method, MethodType type) {
        Class<?> owner = method.getDeclaringClass();
        return new MethodRef(
                internalName(owner), method.getName(), type.toMethodDescriptorString(), owner.isInterface());
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    static Class<?> load(String internalName, @Nullable ClassLoader loader) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException missing) {
            throw new NotDifferentiableException(LambdaDiagnostics.classMissing(internalName), missing);
        }
    }
}
