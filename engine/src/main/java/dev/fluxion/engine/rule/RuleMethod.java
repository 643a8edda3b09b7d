package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.Rule.ReverseMethod;
import dev.fluxion.engine.rule.RuleClass.Declared;
import dev.fluxion.engine.rule.RuleClass.DeclaredForward;
import dev.fluxion.engine.rule.RuleClass.DeclaredPartial;
import dev.fluxion.engine.rule.RuleClass.DeclaredReplacement;
import dev.fluxion.engine.rule.RuleClass.DeclaredReverse;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.AnnotationVisitor;

import java.util.ArrayList;
import java.util.List;

/** Reads the annotations of one method, and checks what its own signature tells: that it can be such a rule at all. */
final class RuleMethod {

    private static final String STATIC = "static, with the receiver, if there is one, as the first parameter";

    private final MethodRef method;
    private final boolean isStatic;
    private final List<Declared> declared;

    /**
     * Prepares to read.
     *
     * @param declared takes the rules found
     */
    RuleMethod(MethodRef method, boolean isStatic, List<Declared> declared) {
        this.method = method;
        this.isStatic = isStatic;
        this.declared = declared;
    }

    AnnotationVisitor partial() {
        return new AnnotationValues() {
            private String of = "";
            private int wrt;
            private boolean strongZero;

            @Override
            void value(String name, Object value) {
                switch (value) {
                    case Boolean flag -> strongZero = flag;
                    case Integer index -> wrt = index;
                    case String target -> of = target;
                    default -> throw new IllegalArgumentException("unknown part of @Partial: " + name);
                }
            }

            @Override
            public void visitEnd() {
                String kind = "be a partial derivative of";
                requireStatic(kind, of, "static");
                List<Type> parameters = method.parameterTypes();
                if (parameters.size() < 2 || method.isVoid() || !method.returnType().equals(parameters.getLast())) {
                    throw misfit(
                            kind,
                            of,
                            parameters.size() < 2
                                    ? "it has "
                                            + parameters.size()
                                            + " parameters, and takes one at least of the"
                                            + " method's and then the method's result"
                                    : "it does not return the type of its last parameter, which takes the method's"
                                            + " result",
                            "the method's parameters, then its result, as parameters");
                }
                if (wrt < 0 || wrt >= parameters.size() - 1) {
                    throw misfit(
                            kind,
                            of,
                            "the method has no argument " + wrt,
                            "wrt from 0 to " + (parameters.size() - 2) + ", the receiver counting if there is one");
                }
                for (Type parameter : parameters.subList(0, parameters.size() - 1)) {
                    if (isOfNumbers(parameter)) {
                        throw misfit(
                                kind,
                                of,
                                "the method takes an array of numbers, in which a partial gives no derivative",
                                "a @Reverse rule, whose pullback gives the cotangents of arrays");
                    }
                }
                declared.add(new DeclaredPartial(of, new PartialMethod(method, wrt, strongZero)));
            }
        };
    }

    private static boolean isOfNumbers(Type type) {
        return type instanceof ArrayType array && (array.element().isFloating() || isOfNumbers(array.element()));
    }

    AnnotationVisitor replacement() {
        return new AnnotationValues() {
            private String of = "";
            private boolean anyReceiver;

            @Override
            void value(String name, Object value) {
                switch (value) {
                    case Boolean flag -> anyReceiver = flag;
                    case String target -> of = target;
                    default -> throw new IllegalArgumentException("unknown part of @Replacement: " + name);
                }
            }

            @Override
            public void visitEnd() {
                requireStatic("stand for", of, STATIC);
                declared.add(new DeclaredReplacement(of, method, anyReceiver));
            }
        };
    }

    AnnotationVisitor reverse() {
        return new AnnotationValues() {
            private String of = "";
            private final List<Integer> writes = new ArrayList<>();

            @Override
            void value(String name, Object value) {
                switch (value) {
                    case Integer index -> writes.add(index);
                    case String target -> of = target;
                    default -> throw new IllegalArgumentException("unknown part of @Reverse: " + name);
                }
            }

            @Override
            public void visitEnd() {
                String kind = "be a reverse rule of";
                requireStatic(kind, of, STATIC);
                ReverseMethod reverse = new ReverseMethod(method, List.copyOf(writes));
                if (!ReverseMethod.isResult(method)) {
                    throw misfit(
                            kind,
                            of,
                            "it returns neither a value with its pullback nor, for a method without a value, a"
                                    + " pullback",
                            "ValueAndPullback, ValueAndPullbackInPlace or VoidPullback as its result");
                }
                if (!writes.isEmpty() && reverse.isByValue()) {
                    throw misfit(
                            kind,
                            of,
                            "a ValueAndPullback leaves no numbers in its arguments, but it says writes = " + writes,
                            "ValueAndPullbackInPlace as its result");
                }
                for (int argument : writes) {
                    if (argument < 0
                            || argument >= method.parameterTypes().size()
                            || !method.parameterTypes().get(argument).isReference()) {
                        throw misfit(
                                kind,
                                of,
                                "argument " + argument + " is none that numbers can be written to",
                                "writes with the indices of arrays or objects, the receiver counting if there is one");
                    }
                }
                declared.add(new DeclaredReverse(of, reverse));
            }
        };
    }

    AnnotationVisitor forward() {
        return new AnnotationValues() {
            private String of = "";

            @Override
            void value(String name, Object value) {
                of = (String) value;
            }

            @Override
            public void visitEnd() {
                String kind = "be a forward rule of";
                requireStatic(kind, of, STATIC);
                if (method.isVoid() || !method.returnType().descriptor().equals("Ldev/fluxion/rule/ValueAndTangent;")) {
                    throw misfit(
                            kind, of, "it does not return a value with its tangent", "ValueAndTangent as its result");
                }
                List<Type> parameters = method.parameterTypes();
                if (parameters.size() % 2 != 0) {
                    throw misfit(
                            kind,
                            of,
                            "it has " + parameters.size() + " parameters, so not a tangent for each argument",
                            "the method's parameters, then as many tangents; NoTangent for what has none");
                }
                declared.add(new DeclaredForward(of, method));
            }
        };
    }

    private void requireStatic(String kind, String of, String remedy) {
        if (!isStatic) {
            throw misfit(kind, of, "it is not static", remedy);
        }
    }

    private NotDifferentiableException misfit(String kind, String of, String why, String remedy) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_SIGNATURE,
                        "the rule " + method.display() + " cannot " + kind + " \"" + of + "\"",
                        why,
                        remedy));
    }
}
