package dev.fluxion.rule.processor;

import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Reverse;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Says what is wrong with the rules of one class, in the words of the engine. */
final class RuleCheck {

    private static final String NO_CLASS =
            "a formula, a replacement and @MovesReferences are for methods of classes, and @Rules names none";
    private static final String SIGNATURE = "[FX-0405] ";
    private static final String COTANGENTS = "dev.fluxion.rule.Cotangents";

    private final Types types;
    private final Targets targets;

    /** The methods that the rule checked last is for. */
    private List<ExecutableElement> methods = List.of();

    RuleCheck(ProcessingEnvironment environment, TypeElement holder) {
        this.types = environment.getTypeUtils();
        this.targets = new Targets(environment, holder);
    }

    /** Returns what is wrong with the class that holds the rules, or null. */
    @Nullable String wrongHolder(boolean movesReferences) {
        for (String name : targets.packages()) {
            if (!isPackageName(name)) {
                return SIGNATURE
                        + "\""
                        + name
                        + "\" is the name of no package: com.acme.audit, or com.acme.audit.** with all below it";
            }
        }
        if (targets.isWithoutClass() && targets.packages().isEmpty()) {
            return SIGNATURE + "the class has rules for no class: @Rules names none";
        }
        return targets.isWithoutClass() && movesReferences ? SIGNATURE + NO_CLASS : null;
    }

    private static boolean isPackageName(String text) {
        return SourceVersion.isName(text.endsWith(".**") ? text.substring(0, text.length() - 3) : text);
    }

    /** Returns the methods that the rule checked last is for, as far as they are known. */
    List<ExecutableElement> methods() {
        return methods;
    }

    /** Returns what is wrong with a rule, or null. */
    @Nullable String wrong(ExecutableElement rule, Class<? extends Annotation> kind) {
        if (targets.isWithoutClass()) {
            return targets.packages().isEmpty() ? null : SIGNATURE + NO_CLASS;
        }
        if (!rule.getModifiers().contains(Modifier.STATIC)) {
            return SIGNATURE + "a rule is static; a receiver is its first parameter";
        }
        if (kind == Partial.class) {
            return partial(rule, rule.getAnnotation(Partial.class));
        }
        if (kind == Replacement.class) {
            return missing(rule.getAnnotation(Replacement.class).of(), parameters(rule), rule.getReturnType());
        }
        return kind == Reverse.class
                ? reverse(rule, rule.getAnnotation(Reverse.class))
                : forward(rule, rule.getAnnotation(Forward.class));
    }

    private @Nullable String partial(ExecutableElement rule, Partial partial) {
        List<TypeMirror> all = parameters(rule);
        TypeMirror result = rule.getReturnType();
        if (all.size() < 2 || !isSame(result, all.getLast())) {
            return SIGNATURE
                    + "a partial derivative takes the method's parameters and then its result, and returns the type of"
                    + " that result";
        }
        if (partial.wrt() < 0 || partial.wrt() >= all.size() - 1) {
            return SIGNATURE
                    + "the method has no argument "
                    + partial.wrt()
                    + "; wrt is from 0 to "
                    + (all.size() - 2)
                    + ", the receiver counting if there is one";
        }
        for (TypeMirror parameter : all.subList(0, all.size() - 1)) {
            if (isOfNumbers(parameter)) {
                return SIGNATURE
                        + "a partial gives no derivative in an array of numbers; a @Reverse rule gives the cotangents"
                        + " of arrays";
            }
        }
        return missing(partial.of(), all.subList(0, all.size() - 1), result);
    }

    private static boolean isOfNumbers(TypeMirror type) {
        if (!(type instanceof ArrayType array)) {
            return false;
        }
        TypeKind element = array.getComponentType().getKind();
        return element == TypeKind.DOUBLE || element == TypeKind.FLOAT || isOfNumbers(array.getComponentType());
    }

    private @Nullable String reverse(ExecutableElement rule, Reverse reverse) {
        List<TypeMirror> all = parameters(rule);
        String returned = types.erasure(rule.getReturnType()).toString();
        boolean isByValue = returned.equals("dev.fluxion.rule.ValueAndPullback");
        boolean isVoid = returned.equals("dev.fluxion.rule.VoidPullback");
        if (!isByValue && !isVoid && !returned.equals("dev.fluxion.rule.ValueAndPullbackInPlace")) {
            return SIGNATURE + "a reverse rule returns ValueAndPullback, ValueAndPullbackInPlace or VoidPullback";
        }
        if (isByValue && reverse.writes().length > 0) {
            return SIGNATURE + "only a pullback in place serves a method that writes to its arguments";
        }
        for (int written : reverse.writes()) {
            if (written < 0 || written >= all.size()) {
                return SIGNATURE + "the method has no argument " + written + " to write to";
            }
        }
        String arity = isByValue ? wrongArity(rule.getReturnType(), all.size()) : null;
        TypeMirror result = isVoid ? types.getNoType(TypeKind.VOID) : value(rule.getReturnType());
        return arity != null ? arity : missing(reverse.of(), all, result);
    }

    /** A pullback gives one cotangent for each argument: itself for one, else a {@code CotangentsN}. */
    private @Nullable String wrongArity(TypeMirror returned, int arguments) {
        List<? extends TypeMirror> given = ((DeclaredType) returned).getTypeArguments();
        if (given.size() < 2) {
            return null;
        }
        String cotangents = types.erasure(given.get(1)).toString();
        int count = 1;
        if (cotangents.startsWith(COTANGENTS)) {
            count = Integer.parseInt(cotangents.substring(COTANGENTS.length()));
        }
        return count == arguments
                ? null
                : SIGNATURE
                        + "the pullback gives "
                        + count
                        + " cotangents, and the method has "
                        + arguments
                        + " arguments";
    }

    private @Nullable String forward(ExecutableElement rule, Forward forward) {
        List<TypeMirror> all = parameters(rule);
        if (!types.erasure(rule.getReturnType()).toString().equals("dev.fluxion.rule.ValueAndTangent")) {
            return SIGNATURE + "a forward rule returns ValueAndTangent";
        }
        if (all.size() % 2 != 0) {
            return SIGNATURE + "a forward rule takes the method's parameters and then a tangent for each of them";
        }
        return missing(forward.of(), all.subList(0, all.size() / 2), value(rule.getReturnType()));
    }

    /** The type of the value that a rule returns beside a pullback or tangent, or null if it does not say. */
    private static @Nullable TypeMirror value(TypeMirror returned) {
        List<? extends TypeMirror> given = ((DeclaredType) returned).getTypeArguments();
        return given.isEmpty() ? null : given.getFirst();
    }

    private @Nullable String missing(String name, List<TypeMirror> arguments, @Nullable TypeMirror result) {
        methods = targets.methods(name, arguments, result);
        if (targets.have(name, arguments, result)) {
            return null;
        }
        StringBuilder wanted = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            wanted.append(i == 0 ? "" : ", ").append(arguments.get(i));
        }
        wanted.append(')').append(result == null ? "" : " with the result " + result);
        return "[FX-0406] the rule is for no method: no class that it is for has " + wanted;
    }

    private static List<TypeMirror> parameters(ExecutableElement rule) {
        List<TypeMirror> parameters = new ArrayList<>();
        for (VariableElement parameter : rule.getParameters()) {
            parameters.add(parameter.asType());
        }
        return parameters;
    }

    private boolean isSame(TypeMirror one, TypeMirror other) {
        return types.isSameType(types.erasure(one), types.erasure(other));
    }
}
