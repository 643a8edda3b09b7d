package dev.fluxion.ir.symbol;

import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java method or constructor by name, as in a class file's constant pool.
 *
 * @param owner internal name of the class or interface (or array descriptor for {@code clone})
 * @param name the method's name, {@code <init>} for a constructor
 * @param descriptor the JVM method descriptor
 * @param ownerIsInterface whether {@code owner} is an interface
 */
public record MethodRef(String owner, String name, String descriptor, boolean ownerIsInterface) {

    /** Returns the declared parameter types, without receiver. */
    public List<Type> parameterTypes() {
        List<Type> types = new ArrayList<>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int end = at;
            while (descriptor.charAt(end) == '[') {
                end++;
            }
            end = descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
            types.add(Type.of(descriptor.substring(at, end)));
            at = end;
        }
        return List.copyOf(types);
    }

    /** Returns whether the method returns nothing. */
    public boolean isVoid() {
        return descriptor.endsWith(")V");
    }

    /**
     * Returns the declared return type.
     *
     * @throws IllegalArgumentException for a void method
     */
    public Type returnType() {
        return Type.of(descriptor.substring(descriptor.indexOf(')') + 1));
    }

    /** Returns the result types of a call: none, or the computational return type. */
    public List<Type> resultTypes() {
        return isVoid() ? List.of() : List.of(returnType().computational());
    }

    /** Returns the text that people know: {@code java.lang.Math.sin}. */
    public String display() {
        return owner.replace('/', '.') + "." + name;
    }

    @Override
    public String toString() {
        return owner + "." + name + descriptor;
    }
}
