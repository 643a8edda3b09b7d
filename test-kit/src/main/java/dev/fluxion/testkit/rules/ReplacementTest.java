package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.Sameness;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;

/** Tests that plain Java in a method's place does what the method does, at a point. */
final class ReplacementTest {

    private final Trial trial;

    ReplacementTest(Trial trial) {
        this.trial = trial;
    }

    /**
     * What a call did.
     *
     * @param value what it returned
     * @param thrown what it threw instead
     * @param arguments the arguments as it left them
     */
    private record Done(@Nullable Object value, @Nullable Throwable thrown, Numbers arguments) {}

    /**
     * Runs the test.
     *
     * @return whether the method does anything here but throw
     */
    boolean run() {
        Class<?> expected = trial.target.handle().type().returnType();
        Class<?> returned = trial.rule.method().getReturnType();
        if (returned != expected) {
            throw trial.failure(
                    "it returns a " + returned.getSimpleName() + ", the method a " + expected.getSimpleName());
        }
        trial.passed(Check.SHAPE);
        Done method = call(trial.target.handle());
        if (trial.wants(Check.PRIMAL)) {
            compare(method, call(trial.handle()));
            trial.passed(Check.PRIMAL);
        }
        return method.thrown == null;
    }

    private void compare(Done method, Done replacement) {
        if (type(method.thrown) != type(replacement.thrown)) {
            throw trial.failure(
                    "it " + says(replacement) + ", the method " + says(method),
                    "exceptions and their order are what the method does, too");
        }
        String difference = Sameness.difference("value", method.value, replacement.value, trial.settings.ulps());
        if (difference != null) {
            throw trial.failure("its value is not the method's", difference);
        }
        for (int i = 0; i < method.arguments.roots().size(); i++) {
            String left =
                    Sameness.difference(
                            method.arguments.rootName(i),
                            method.arguments.roots().get(i),
                            replacement.arguments.roots().get(i),
                            trial.settings.ulps());
            if (left != null) {
                throw trial.failure("after it the arguments are not as the method leaves them", left);
            }
        }
    }

    private Done call(MethodHandle handle) {
        Numbers arguments = trial.arguments.copy();
        try {
            return new Done(handle.invokeWithArguments(arguments.roots()), null, arguments);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            return new Done(null, thrown, arguments);
        }
    }

    private static @Nullable Class<?> type(@Nullable Throwable thrown) {
        return thrown == null ? null : thrown.getClass();
    }

    private static String says(Done done) {
        return done.thrown == null ? "returns" : "throws " + done.thrown;
    }
}
