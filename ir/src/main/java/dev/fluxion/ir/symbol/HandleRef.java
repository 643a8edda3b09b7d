package dev.fluxion.ir.symbol;

/**
 * A method handle constant.
 *
 * @param tag the JVM's reference kind, 1 to 9 (JVMS table 5.4.3.5-A)
 * @param owner internal name of the class; empty for a function of the program
 * @param name field or method name; the function's name
 * @param descriptor field or method descriptor
 * @param ownerIsInterface whether {@code owner} is an interface
 */
public record HandleRef(int tag, String owner, String name, String descriptor, boolean ownerIsInterface) {

    /** Returns the method that is named, for tags 5 to 9. */
    public MethodRef method() {
        return new MethodRef(owner, name, descriptor, ownerIsInterface);
    }

    @Override
    public String toString() {
        return tag + ":" + owner + "." + name + descriptor;
    }
}
