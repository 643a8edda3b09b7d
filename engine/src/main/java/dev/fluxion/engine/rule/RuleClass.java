package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassBytes;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * What the annotations of one rule class say. They are read from the class file: that takes a fraction of the time of
 * reflection on a hundred annotated methods, and a target class that is not there does no harm.
 *
 * @param source the class
 * @param targets internal names of the classes that the rules are for
 * @param overrides whether they win over the rules of others
 * @param partials the partial derivatives
 * @param replacements the methods that stand for others
 * @param blocked null if no method is declared non-differentiable, else their names, none meaning all
 * @param movers null if no method is declared to move references, else their names, none meaning all
 * @param refused the methods without a derivative
 */
record RuleClass(
        Class<?> source,
        List<String> targets,
        boolean overrides,
        List<DeclaredPartial> partials,
        List<DeclaredReplacement> replacements,
        @Nullable List<String> blocked,
        @Nullable List<String> movers,
        List<DeclaredRefusal> refused) {

    private static final String RULES = "Ldev/fluxion/rule/Rules;";
    private static final String PARTIAL = "Ldev/fluxion/rule/Partial;";
    private static final String REPLACEMENT = "Ldev/fluxion/rule/Replacement;";
    private static final String NON_DIFFERENTIABLE = "Ldev/fluxion/rule/NonDifferentiable;";
    private static final String MOVES_REFERENCES = "Ldev/fluxion/rule/MovesReferences;";
    private static final String REFUSED = "Ldev/fluxion/rule/Refused;";
    private static final String ALL_REFUSED = "Ldev/fluxion/rule/Refused$All;";

    /**
     * A partial derivative as it is declared.
     *
     * @param of the name of the method that the rule is for
     * @param partial the rule
     */
    record DeclaredPartial(String of, PartialMethod partial) {

        /** Returns the method that the rule is for; the rule's last parameter takes its result. */
        TargetSignature target() {
            List<Type> all = partial.method().parameterTypes();
            return new TargetSignature(of, all.subList(0, all.size() - 1), all.getLast().descriptor());
        }
    }

    /**
     * A method that stands for another as it is declared.
     *
     * @param of the name of the method that it stands for
     * @param method the method with the code
     */
    record DeclaredReplacement(String of, MethodRef method) {

        /** Returns the method that it stands for. */
        TargetSignature target() {
            return TargetSignature.like(of, method);
        }
    }

    /**
     * Methods without a derivative as they are declared.
     *
     * @param names their names, or names and descriptors
     * @param why the reason
     * @param instead what to do
     */
    record DeclaredRefusal(List<String> names, String why, String instead) {
        /** Copies the list in. */
        DeclaredRefusal {
            names = List.copyOf(names);
        }
    }

    /**
     * Reads a rule class.
     *
     * @throws NotDifferentiableException if a rule's own signature makes no sense
     */
    static RuleClass read(Class<?> source) {
        byte[] bytes = ClassBytes.read(source);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    "the class file of the rule class " + source.getName() + " is not found");
        }
        Collector collector = new Collector(source);
        int skipped = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
        new ClassReader(bytes).accept(collector, skipped);
        return new RuleClass(
                source,
                collector.targets,
                collector.overrides,
                collector.partials,
                collector.replacements,
                collector.blocked,
                collector.movers,
                collector.refused);
    }

    private static final class Collector extends ClassVisitor {
        private final Class<?> source;
        private final List<String> targets = new ArrayList<>();
        private boolean overrides;
        private final List<DeclaredPartial> partials = new ArrayList<>();
        private final List<DeclaredReplacement> replacements = new ArrayList<>();
        private @Nullable List<String> blocked;
        private @Nullable List<String> movers;
        private final List<DeclaredRefusal> refused = new ArrayList<>();

        Collector(Class<?> source) {
            super(Opcodes.ASM9);
            this.source = source;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return switch (descriptor) {
                case NON_DIFFERENTIABLE -> {
                    blocked = new ArrayList<>();
                    yield names(blocked);
                }
                case MOVES_REFERENCES -> {
                    movers = new ArrayList<>();
                    yield names(movers);
                }
                case RULES -> new RulesValues();
                case REFUSED -> new RefusedValues(refused);
                case ALL_REFUSED -> new Several();
                default -> null;
            };
        }

        private static AnnotationVisitor names(List<String> into) {
            return new AnnotationValues() {
                @Override
                void value(String name, Object value) {
                    into.add((String) value);
                }
            };
        }

        /** The container of an annotation that is there more than once. */
        private final class Several extends AnnotationValues {
            @Override
            void value(String name, Object value) {
                throw new IllegalArgumentException("unknown part of @Refused.All: " + name);
            }

            @Override
            AnnotationVisitor element() {
                return new RefusedValues(refused);
            }
        }

        private final class RulesValues extends AnnotationValues {
            @Override
            void value(String name, Object value) {
                switch (value) {
                    case Boolean flag -> overrides = flag;
                    case org.objectweb.asm.Type type -> targets.add(type.getInternalName());
                    case String className -> targets.add(className.replace('.', '/'));
                    default -> throw new IllegalArgumentException("unknown part of @Rules: " + name);
                }
            }
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodRef method =
                    new MethodRef(source.getName().replace('.', '/'), name, descriptor, source.isInterface());
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return switch (annotation) {
                        case PARTIAL -> new PartialValues(method, isStatic, partials);
                        case REPLACEMENT -> new ReplacementValues(method, isStatic, replacements);
                        default -> null;
                    };
                }
            };
        }
    }

    private static final class PartialValues extends AnnotationValues {
        private final MethodRef method;
        private final boolean isStatic;
        private final List<DeclaredPartial> partials;
        private String of = "";
        private int wrt;
        private boolean strongZero;

        PartialValues(MethodRef method, boolean isStatic, List<DeclaredPartial> partials) {
            this.method = method;
            this.isStatic = isStatic;
            this.partials = partials;
        }

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
            List<Type> parameters = method.parameterTypes();
            if (!isStatic) {
                throw misfit("it is not static", "static");
            }
            if (parameters.isEmpty() || method.isVoid() || !method.returnType().equals(parameters.getLast())) {
                throw misfit(
                        "it does not return the type of its last parameter, which takes the method's result",
                        "the method's parameters, then its result, as parameters");
            }
            if (wrt < 0 || wrt >= parameters.size() - 1) {
                throw misfit(
                        "the method has no argument " + wrt,
                        "wrt from 0 to " + (parameters.size() - 2) + ", the receiver counting if there is one");
            }
            partials.add(new DeclaredPartial(of, new PartialMethod(method, wrt, strongZero)));
        }

        private NotDifferentiableException misfit(String why, String remedy) {
            return new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.RULE_SIGNATURE,
                            "the rule " + method.display() + " cannot be a partial derivative of \"" + of + "\"",
                            why,
                            remedy));
        }
    }

    private static final class ReplacementValues extends AnnotationValues {
        private final MethodRef method;
        private final boolean isStatic;
        private final List<DeclaredReplacement> replacements;
        private String of = "";

        ReplacementValues(MethodRef method, boolean isStatic, List<DeclaredReplacement> replacements) {
            this.method = method;
            this.isStatic = isStatic;
            this.replacements = replacements;
        }

        @Override
        void value(String name, Object value) {
            of = (String) value;
        }

        @Override
        public void visitEnd() {
            if (!isStatic) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.RULE_SIGNATURE,
                                "the rule " + method.display() + " cannot stand for \"" + of + "\"",
                                "it is not static",
                                "static, with the receiver, if there is one, as the first parameter"));
            }
            replacements.add(new DeclaredReplacement(of, method));
        }
    }
}
