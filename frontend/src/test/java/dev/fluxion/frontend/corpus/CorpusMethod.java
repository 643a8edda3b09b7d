package dev.fluxion.frontend.corpus;

import dev.fluxion.ir.symbol.MethodRef;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * A method to try, static or of one known receiver.
 *
 * @param method the method
 * @param receiver the object to call it on; null for a static method
 */
public record CorpusMethod(Method method, Object receiver) {

    /** Returns its symbol. */
    public MethodRef reference() {
        Class<?>[] parameters = method.getParameterTypes();
        String descriptor = MethodType.methodType(method.getReturnType(), parameters).toMethodDescriptorString();
        Class<?> owner = method.getDeclaringClass();
        return new MethodRef(owner.getName().replace('.', '/'), method.getName(), descriptor, owner.isInterface());
    }

    /** Returns whether it was written or assembled for this corpus. */
    public boolean isOwn() {
        return method.getDeclaringClass().getPackageName().equals(CorpusMethod.class.getPackageName());
    }

    /** Returns the bytes of the class that declares it. */
    public byte[] classBytes() {
        return Corpus.bytes(method.getDeclaringClass());
    }

    /** Returns the arguments that a function raised from it takes: the receiver first, if there is one. */
    public Object[] withReceiver(Object[] arguments) {
        if (Modifier.isStatic(method.getModifiers())) {
            return arguments;
        }
        Object[] all = new Object[arguments.length + 1];
        all[0] = receiver;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** Runs the original. */
    public Outcome run(Object[] arguments) {
        try {
            return Outcome.of(method.invoke(receiver, arguments), arguments);
        } catch (InvocationTargetException e) {
            return Outcome.thrown(e.getCause(), arguments);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a name for a test. */
    public String display() {
        MethodRef reference = reference();
        return method.getDeclaringClass().getSimpleName() + "." + reference.name() + reference.descriptor();
    }
}
