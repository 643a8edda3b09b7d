package dev.fluxion.engine.rule;

import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.Rule.ReverseMethod;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the annotations of one rule class say.
 *
 * @param source the class
 * @param targets internal names of the classes that the rules are for
 * @param optional those of them that need not be there
 * @param packages names of packages whose classes the rules without a formula are for, too; see {@link PackageRules}
 * @param overrides whether they win over the rules of others
 * @param declared the rules, one for each annotated method
 * @param blocked null if no method is declared non-differentiable, else their names, none meaning all
 * @param movers null if no method is declared to move references, else their names, none meaning all
 * @param refused the methods without a derivative
 * @param optedOut null if no method does without rules, else their names, none meaning all
 */
record RuleClass(
        Class<?> source,
        List<String> targets,
        List<String> optional,
        List<String> packages,
        boolean overrides,
        List<Declared> declared,
        @Nullable List<String> blocked,
        @Nullable List<String> movers,
        List<DeclaredRefusal> refused,
        @Nullable List<String> optedOut) {

    /** Copies the lists in. */
    RuleClass {
        targets = List.copyOf(targets);
        optional = List.copyOf(optional);
        packages = List.copyOf(packages);
        declared = List.copyOf(declared);
        refused = List.copyOf(refused);
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

    /** A rule as it is declared, by a static method. */
    sealed interface Declared {

        /** Returns the static method. */
        MethodRef method();

        /** Returns the method that the rule is for. */
        TargetSignature target();
    }

    /**
     * A partial derivative.
     *
     * @param of the name of the method that the rule is for
     * @param partial the rule
     */
    record DeclaredPartial(String of, PartialMethod partial) implements Declared {
        @Override
        public MethodRef method() {
            return partial.method();
        }

        /** The rule's last parameter takes the method's result. */
        @Override
        public TargetSignature target() {
            List<Type> all = partial.method().parameterTypes();
            return new TargetSignature(of, all.subList(0, all.size() - 1), all.getLast().descriptor());
        }
    }

    /**
     * A method that stands for another.
     *
     * @param of the name of the method that it stands for
     * @param method the method with the code
     * @param anyReceiver whether it stands for calls on receivers of any class
     */
    record DeclaredReplacement(String of, MethodRef method, boolean anyReceiver) implements Declared {
        @Override
        public TargetSignature target() {
            String result = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
            return new TargetSignature(of, method.parameterTypes(), result);
        }
    }

    /**
     * A value and its pullback.
     *
     * @param of the name of the method that the rule is for
     * @param reverse the rule
     */
    record DeclaredReverse(String of, ReverseMethod reverse) implements Declared {
        @Override
        public MethodRef method() {
            return reverse.method();
        }

        @Override
        public TargetSignature target() {
            return new TargetSignature(of, method().parameterTypes(), reverse.isVoid() ? "V" : null);
        }
    }

    /**
     * A value and its tangent.
     *
     * @param of the name of the method that the rule is for
     * @param method takes the arguments and then their tangents
     */
    record DeclaredForward(String of, MethodRef method) implements Declared {
        @Override
        public TargetSignature target() {
            List<Type> all = method.parameterTypes();
            return new TargetSignature(of, all.subList(0, all.size() / 2), null);
        }
    }
}
