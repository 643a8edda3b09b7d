package dev.fluxion.cli.point;

import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.Target;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Makes a method of one array of doubles of a method with other parameters, as a user would write it beside that
 * method. For {@code float f(float x, int n, double[] w)} at {@code n} = 3, in {@code x}:
 *
 * <pre>{@code
 * static double at(double[] x) {
 *     return f((float) x[0], 3, argument2);     // a static field with the array given
 * }
 * }</pre>
 */
final class Adapter {

    private static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
    private static final String METHOD = "at";

    private final Target target;
    private final Point point;
    private final ClassDesc self;

    private Adapter(Target target, Point point, String name) {
        this.target = target;
        this.point = point;
        this.self = ClassDesc.of(name);
    }

    /**
     * Returns the method.
     *
     * @param array the index of the parameter that is the array, or -1 if it holds the double and float parameters
     * @throws Complaint if the target is private: an adapter sees what a class beside the target's sees
     */
    static Method make(Target target, Point point, int array) {
        Method method = target.method();
        Class<?> owner = method.getDeclaringClass();
        if (Modifier.isPrivate(method.getModifiers())) {
            throw Complaint.failure(
                    target.title()
                            + " is private and takes other things than doubles, which is not supported: make it"
                            + " package-private");
        }
        String name = owner.getName() + "$At" + (array < 0 ? "" : "$" + array);
        try {
            Class<?> made = target.loader().define(name, new Adapter(target, point, name).classFile(array));
            fill(made, target, point);
            Method at = made.getDeclaredMethod(METHOD, double[].class);
            at.setAccessible(true);
            return at;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Complaint.failure("cannot call " + target.title() + " from a class beside it: " + e);
        }
    }

    /** Sets the constants that are no literals. */
    private static void fill(Class<?> made, Target target, Point point) throws ReflectiveOperationException {
        for (Field field : made.getDeclaredFields()) {
            field.setAccessible(true);
            field.set(null, field.getName().equals("receiver") ? target.receiver() : argument(point, field.getName()));
        }
    }

    private static Object argument(Point point, String field) {
        return point.arguments().get(Integer.parseInt(field.substring("argument".length())));
    }

    private byte[] classFile(int array) {
        List<Object> arguments = point.arguments();
        return ClassFile.of()
                .build(
                        self,
                        type -> {
                            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
                            if (target.receiver() != null) {
                                type.withField("receiver", owner(), ClassFile.ACC_STATIC);
                            }
                            for (int i = 0; i < arguments.size(); i++) {
                                if (arguments.get(i) instanceof double[] && i != array) {
                                    type.withField("argument" + i, DOUBLES, ClassFile.ACC_STATIC);
                                }
                            }
                            type.withMethodBody(
                                    METHOD,
                                    MethodTypeDesc.of(ConstantDescs.CD_double, DOUBLES),
                                    ClassFile.ACC_STATIC,
                                    code -> body(code, array));
                        });
    }

    private void body(CodeBuilder code, int array) {
        if (target.receiver() != null) {
            code.getstatic(self, "receiver", owner());
        }
        Class<?>[] types = target.method().getParameterTypes();
        int scalars = 0;
        for (int i = 0; i < types.length; i++) {
            boolean scalar = types[i] == double.class || types[i] == float.class;
            if (scalar && array < 0) {
                code.aload(0).loadConstant(scalars++).daload();
                if (types[i] == float.class) {
                    code.d2f();
                }
            } else if (i == array) {
                code.aload(0);
            } else {
                constant(code, i);
            }
        }
        call(code);
        if (target.method().getReturnType() == float.class) {
            code.conversion(TypeKind.FLOAT, TypeKind.DOUBLE);
        }
        code.dreturn();
    }

    private void constant(CodeBuilder code, int index) {
        switch (point.arguments().get(index)) {
            case Double value -> code.loadConstant(value);
            case Float value -> code.loadConstant(value);
            case Long value -> code.loadConstant(value);
            case Integer value -> code.loadConstant(value);
            case Short value -> code.loadConstant(value.intValue());
            case Byte value -> code.loadConstant(value.intValue());
            case Character value -> code.loadConstant((int) value.charValue());
            case Boolean value -> code.loadConstant(value ? 1 : 0);
            default -> code.getstatic(self, "argument" + index, DOUBLES);
        }
    }

    private void call(CodeBuilder code) {
        Method method = target.method();
        String name = method.getName();
        MethodTypeDesc type =
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .describeConstable()
                        .orElseThrow();
        if (Modifier.isStatic(method.getModifiers())) {
            code.invokestatic(owner(), name, type, method.getDeclaringClass().isInterface());
        } else {
            code.invokevirtual(owner(), name, type);
        }
    }

    private ClassDesc owner() {
        return target.method().getDeclaringClass().describeConstable().orElseThrow();
    }
}
