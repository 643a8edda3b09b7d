package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassBytes;
import dev.fluxion.engine.rule.RuleClass.Declared;
import dev.fluxion.engine.rule.RuleClass.DeclaredRefusal;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the annotations of a rule class from its class file: that takes a fraction of the time of reflection on a
 * hundred annotated methods, and a target class that is not there does no harm.
 */
final class RuleClassReader extends ClassVisitor {

    private static final String PACKAGE = "Ldev/fluxion/rule/";
    private static final String RULES = PACKAGE + "Rules;";
    private static final String PARTIAL = PACKAGE + "Partial;";
    private static final String REVERSE = PACKAGE + "Reverse;";
    private static final String FORWARD = PACKAGE + "Forward;";
    private static final String REPLACEMENT = PACKAGE + "Replacement;";
    private static final String NON_DIFFERENTIABLE = PACKAGE + "NonDifferentiable;";
    private static final String MOVES_REFERENCES = PACKAGE + "MovesReferences;";
    private static final String REFUSED = PACKAGE + "Refused;";
    private static final String ALL_REFUSED = PACKAGE + "Refused$All;";
    private static final String OPT_OUT = PACKAGE + "OptOut;";

    private final Class<?> source;
    private final List<String> targets = new ArrayList<>();
    private final List<String> optional = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private boolean isMarked;
    private boolean overrides;
    private final List<Declared> declared = new ArrayList<>();
    private @Nullable List<String> blocked;
    private @Nullable List<String> movers;
    private final List<DeclaredRefusal> refused = new ArrayList<>();
    private @Nullable List<String> optedOut;

    private RuleClassReader(Class<?> source) {
        super(Opcodes.ASM9);
        this.source = source;
    }

    /**
     * Reads a rule class.
     *
     * @throws NotDifferentiableException if the class has no {@code @Rules}, or a rule's own signature makes no sense
     */
    static RuleClass read(Class<?> source) {
        byte[] bytes = ClassBytes.read(source);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    "the class file of the rule class " + source.getName() + " is not found");
        }
        RuleClassReader reader = new RuleClassReader(source);
        int skipped = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
        new ClassReader(bytes).accept(reader, skipped);
        if (!reader.isMarked) {
            throw misfit(
                    "the class " + source.getName() + " holds no rules",
                    "it has no @Rules, which says for which classes its rules are",
                    "@Rules(of = ...) on it");
        }
        reader.requireTargets();
        return new RuleClass(
                source,
                reader.targets,
                reader.optional,
                reader.packages,
                reader.overrides,
                reader.declared,
                reader.blocked,
                reader.movers,
                reader.refused,
                reader.optedOut);
    }

    /** It says which classes it is about; rules of packages have no formula. */
    private void requireTargets() {
        String what = "the class " + source.getName() + " has rules for no class";
        if (targets.isEmpty() && packages.isEmpty()) {
            throw misfit(what, "its @Rules names none", "@Rules(of = ...) with the classes that have the methods");
        }
        if (targets.isEmpty() && (!declared.isEmpty() || movers != null)) {
            throw misfit(
                    what,
                    "its @Rules names packages alone, but a formula, a replacement and @MovesReferences are for methods"
                            + " of classes",
                    "@Rules(of = ...) with the classes that have the methods");
        }
        for (String name : packages) {
            if (!PackageRules.isName(name)) {
                throw misfit(
                        "the class " + source.getName() + " has rules for no package",
                        "\"" + name + "\" in its @Rules is the name of none",
                        "\"com.acme.audit\", or \"com.acme.audit.**\" with all packages below it");
            }
        }
    }

    private static NotDifferentiableException misfit(String what, String why, String remedy) {
        return new NotDifferentiableException(Diagnostic.of(ErrorId.RULE_SIGNATURE, what, why, remedy));
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
            case OPT_OUT -> {
                optedOut = new ArrayList<>();
                yield names(optedOut);
            }
            case RULES -> {
                isMarked = true;
                yield new RulesValues();
            }
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
                case String packageName when name.equals("ofPackages") -> packages.add(packageName);
                case String className -> {
                    targets.add(className.replace('.', '/'));
                    optional.add(className.replace('.', '/'));
                }
                default -> throw new IllegalArgumentException("unknown part of @Rules: " + name);
            }
        }
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodRef method = new MethodRef(source.getName().replace('.', '/'), name, descriptor, source.isInterface());
        RuleMethod rule = new RuleMethod(method, (access & Opcodes.ACC_STATIC) != 0, declared);
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return switch (annotation) {
                    case PARTIAL -> rule.partial();
                    case REVERSE -> rule.reverse();
                    case FORWARD -> rule.forward();
                    case REPLACEMENT -> rule.replacement();
                    default -> null;
                };
            }
        };
    }
}
