package dev.fluxion.testkit.rules;

import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.RandomTangent;
import dev.fluxion.testkit.rules.declared.Access;
import dev.fluxion.testkit.rules.declared.RuleMethod;
import dev.fluxion.testkit.rules.declared.Show;
import dev.fluxion.testkit.rules.declared.Target;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One rule at one point, and what has been found out about it so far. */
final class Trial {

    /** How the message of what {@code NotImplemented.failure()} makes begins. */
    private static final String MISSING = "this derivative is not implemented";

    final RuleMethod rule;
    final Target target;
    final Numbers arguments;
    final Settings settings;
    final RandomTangent random;
    private final MethodHandle handle;
    private final Set<Check> passed = EnumSet.noneOf(Check.class);
    private final List<String> notes = new ArrayList<>();
    private boolean hasMissing;

    Trial(RuleMethod rule, Target target, List<? extends @Nullable Object> arguments, Settings settings) {
        this.rule = rule;
        this.target = target;
        this.arguments = Numbers.of(rule.argumentNames(), arguments);
        this.settings = settings;
        this.random = new RandomTangent(settings.seed());
        this.handle = Access.of(rule.method(), settings.lookup());
    }

    boolean wants(Check check) {
        return !settings.left().contains(check);
    }

    void passed(Check check) {
        passed.add(check);
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Notes a derivative that the rule says is not implemented. */
    void missing(String note) {
        note(note);
        hasMissing = true;
    }

    /** Returns whether a derivative is not implemented: nothing can be said about what is made of it. */
    boolean hasMissing() {
        return hasMissing;
    }

    boolean passedBefore(Check check) {
        return passed.contains(check);
    }

    MethodHandle handle() {
        return handle;
    }

    /** Calls the rule; returns null, and notes it, if it says that it is not implemented. */
    @Nullable Object callUnlessMissing(List<? extends @Nullable Object> values) {
        try {
            return handle.invokeWithArguments(values);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            String message = thrown.getMessage();
            if (thrown instanceof UnsupportedOperationException && message != null && message.startsWith(MISSING)) {
                note(message);
                return null;
            }
            throw failure("it throws " + thrown, thrown);
        }
    }

    /**
     * Returns the gradient of a method by Fluxion; nothing, with a note, where there is no Fluxion.
     *
     * @param method takes doubles or one array of doubles, and returns a double
     */
    double[] differentiated(Method method, double[] at) {
        try {
            return settings.gradients().get().gradient(method).at(at);
        } catch (NotDifferentiableException refused) {
            if (refused.diagnostics().getFirst().id() == ErrorId.NO_ENGINE) {
                note("not differentiated by Fluxion, which is not on the path: fluxion-engine");
                return new double[0];
            }
            throw failure("Fluxion cannot differentiate " + Show.method(method), refused);
        }
    }

    /** Calls the rule. */
    @Nullable Object call(List<? extends @Nullable Object> values) {
        try {
            return handle.invokeWithArguments(values);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            throw failure("it throws " + thrown, thrown);
        }
    }

    RuleReport report() {
        return new RuleReport(rule.toString(), passed, notes);
    }

    /** Makes what is thrown where the rule is wrong. */
    AssertionError failure(String what, String... details) {
        return new AssertionError(text(what, details));
    }

    AssertionError failure(String what, Throwable cause) {
        return new AssertionError(text(what), cause);
    }

    private String text(String what, String... details) {
        StringBuilder text = new StringBuilder();
        text.append("the rule ").append(rule).append(": ").append(what).append('\n');
        text.append("    for   ").append(target).append('\n');
        text.append("    at    (").append(Show.values(arguments.roots())).append(")\n");
        for (String detail : details) {
            if (!detail.isEmpty()) {
                text.append("    ").append(detail.replace("\n", "\n    ")).append('\n');
            }
        }
        return text.append("    seed  ").append(settings.seed()).toString();
    }
}
