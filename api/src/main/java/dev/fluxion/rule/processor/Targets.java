package dev.fluxion.rule.processor;

import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods of the classes that the rules of one class are for, as far as these classes are there. */
final class Targets {

    private final Types types;
    private final List<TypeElement> classes = new ArrayList<>();

    private final List<String> packages = new ArrayList<>();

    /** Whether methods are asked about that cannot be looked up: of arrays, or of classes that are not there. */
    private boolean isIncomplete;

    /** Whether there is no class at all that it names. */
    private boolean isWithoutClass = true;

    Targets(ProcessingEnvironment environment, TypeElement holder) {
        types = environment.getTypeUtils();
        for (AnnotationMirror mark : holder.getAnnotationMirrors()) {
            if (((TypeElement) mark.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(Rules.class.getName())) {
                mark.getElementValues()
                        .forEach((name, value) -> collect(environment, name.getSimpleName().toString(), value));
            }
        }
    }

    private void collect(ProcessingEnvironment environment, String name, AnnotationValue value) {
        if (name.equals("overrides")) {
            return;
        }
        for (Object each : (List<?>) value.getValue()) {
            Object target = ((AnnotationValue) each).getValue();
            if (name.equals("ofPackages")) {
                packages.add((String) target);
                continue;
            }
            isWithoutClass = false;
            TypeElement found =
                    target instanceof DeclaredType type
                            ? (TypeElement) type.asElement()
                            : target instanceof String text
                                    ? environment.getElementUtils().getTypeElement(text.replace('$', '.'))
                                    : null;
            if (found == null) {
                isIncomplete = true;
            } else {
                classes.add(found);
            }
        }
    }

    /** Returns the packages that are named, as they are written. */
    List<String> packages() {
        return packages;
    }

    /** Returns whether no class is named, only packages if anything. */
    boolean isWithoutClass() {
        return isWithoutClass;
    }

    /** Returns the methods that a rule is for which takes these arguments, as far as they are known. */
    List<ExecutableElement> methods(String name, List<TypeMirror> arguments, @Nullable TypeMirror result) {
        List<ExecutableElement> found = new ArrayList<>();
        for (TypeElement type : classes) {
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement method
                        && !isPolymorphic(method)
                        && isMeant(method, type, name, arguments, result)) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /**
     * Returns whether one of the classes has a method of that name, with these arguments, the receiver first if it is
     * not static, and that result; true as well if that cannot be known.
     */
    boolean have(String name, List<TypeMirror> arguments, @Nullable TypeMirror result) {
        if (isIncomplete) {
            return true;
        }
        for (TypeElement type : classes) {
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement method && isMeant(method, type, name, arguments, result)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether one of the classes has or inherits a method of that name, which a descriptor may follow; true as
     * well if that cannot be known.
     */
    boolean haveNamed(String name, Elements elements) {
        int descriptor = name.indexOf('(');
        String bare = descriptor < 0 ? name : name.substring(0, descriptor);
        boolean found = isIncomplete || !packages.isEmpty();
        for (TypeElement type : classes) {
            for (Element member : elements.getAllMembers(type)) {
                found |= member instanceof ExecutableElement && member.getSimpleName().contentEquals(bare);
            }
        }
        return found;
    }

    private boolean isMeant(
            ExecutableElement method,
            TypeElement type,
            String name,
            List<TypeMirror> arguments,
            @Nullable TypeMirror result) {
        if (!method.getSimpleName().contentEquals(name)) {
            return false;
        }
        if (isPolymorphic(method)) {
            return true;
        }
        boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
        boolean hasReceiver = !isConstructor && !method.getModifiers().contains(Modifier.STATIC);
        List<TypeMirror> wanted = new ArrayList<>();
        if (hasReceiver) {
            wanted.add(type.asType());
        }
        method.getParameters().forEach(parameter -> wanted.add(parameter.asType()));
        TypeMirror returned = isConstructor ? type.asType() : method.getReturnType();
        return areSame(wanted, arguments) && (result == null || isSame(returned, result));
    }

    /** Whether each call of the method has types of its own, as those of handles have. */
    private static boolean isPolymorphic(ExecutableElement method) {
        for (AnnotationMirror mark : method.getAnnotationMirrors()) {
            if (mark.getAnnotationType().toString().endsWith("PolymorphicSignature")) {
                return true;
            }
        }
        return false;
    }

    private boolean areSame(List<TypeMirror> wanted, List<TypeMirror> given) {
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!types.isSameType(types.erasure(wanted.get(i)), types.erasure(given.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** A primitive result is named by its box where a rule returns it beside something else. */
    private boolean isSame(TypeMirror returned, TypeMirror named) {
        if (returned.getKind().isPrimitive() && !named.getKind().isPrimitive()) {
            TypeMirror box = types.boxedClass(types.getPrimitiveType(returned.getKind())).asType();
            return types.isSameType(box, types.erasure(named));
        }
        if (returned.getKind() == TypeKind.VOID || named.getKind() == TypeKind.VOID) {
            return returned.getKind() == named.getKind() || named.toString().equals("java.lang.Void");
        }
        return types.isSameType(types.erasure(returned), types.erasure(named));
    }
}
