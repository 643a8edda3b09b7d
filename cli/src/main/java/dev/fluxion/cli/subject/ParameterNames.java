package dev.fluxion.cli.subject;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.attribute.LocalVariableTableAttribute;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The names of a method's parameters: as the class file says, else those of its first variables, else by position. */
final class ParameterNames {

    private ParameterNames() {}

    static List<String> of(Method method) {
        List<String> names = new ArrayList<>();
        boolean known = true;
        for (Parameter parameter : method.getParameters()) {
            names.add(parameter.getName());
            known &= parameter.isNamePresent();
        }
        if (!known) {
            readVariables(method, names);
        }
        return names;
    }

    private static void readVariables(Method method, List<String> names) {
        Class<?> owner = method.getDeclaringClass();
        ClassLoader loader = owner.getClassLoader();
        String file = owner.getName().replace('.', '/') + ".class";
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            if (in != null) {
                readVariables(ClassFile.of().parse(in.readAllBytes()), method, names);
            }
        } catch (IOException e) {
            throw Complaint.failure("cannot read the class file of " + owner.getName() + ": " + e.getMessage());
        }
    }

    private static void readVariables(ClassModel model, Method method, List<String> names) {
        String descriptor =
                MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
        for (MethodModel candidate : model.methods()) {
            if (candidate.methodName().equalsString(method.getName())
                    && candidate.methodType().equalsString(descriptor)
                    && candidate.code().orElse(null) instanceof CodeAttribute code) {
                LocalVariableTableAttribute table = code.findAttribute(Attributes.localVariableTable()).orElse(null);
                if (table != null) {
                    assign(table.localVariables(), method, names);
                }
            }
        }
    }

    private static void assign(List<LocalVariableInfo> variables, Method method, List<String> names) {
        int slot = Modifier.isStatic(method.getModifiers()) ? 0 : 1;
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            for (LocalVariableInfo variable : variables) {
                if (variable.slot() == slot && variable.startPc() == 0) {
                    names.set(i, variable.name().stringValue());
                }
            }
            slot += types[i] == double.class || types[i] == long.class ? 2 : 1;
        }
    }
}
