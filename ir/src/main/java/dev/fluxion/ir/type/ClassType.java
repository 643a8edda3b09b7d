package dev.fluxion.ir.type;

/**
 * A class or interface.
 *
 * @param internalName the name with slashes, such as {@code java/util/List}
 */
public record ClassType(String internalName) implements ReferenceType {

    /** {@code java.lang.Object}, also the type of the null constant. */
    public static final ClassType OBJECT = new ClassType("java/lang/Object");

    /** {@code java.lang.String}. */
    public static final ClassType STRING = new ClassType("java/lang/String");

    /** {@code java.lang.Class}. */
    public static final ClassType CLASS = new ClassType("java/lang/Class");

    /** {@code java.lang.Throwable}. */
    public static final ClassType THROWABLE = new ClassType("java/lang/Throwable");

    @Override
    public String descriptor() {
        return "L" + internalName + ";";
    }

    @Override
    public String toString() {
        return internalName;
    }
}
