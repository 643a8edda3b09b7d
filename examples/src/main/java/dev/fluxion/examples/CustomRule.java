package dev.fluxion.examples;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.Gradients2;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/**
 * Example 3: a rule of one's own. Here it is wrong on purpose, so that one can see that it is used: the sum is said to
 * depend twice as much on its first argument as it does.
 */
public final class CustomRule {

    private CustomRule() {}

    /** The function with a rule. */
    static double add(double a, double b) {
        return a + b;
    }

    /** The rule: one method for each argument. */
    @Rules(of = CustomRule.class)
    static final class AddRules {

        private AddRules() {}

        @Partial(of = "add", wrt = 0)
        static double first(double a, double b, double sum) {
            return 2;
        }

        @Partial(of = "add", wrt = 1)
        static double second(double a, double b, double sum) {
            return 1;
        }
    }

    /** Returns the gradient with and without the rule. */
    static Gradients2 gradient(boolean withRule) {
        Differentiator.Builder builder = Fluxion.builder();
        Differentiator fluxion = (withRule ? builder.rules(AddRules.class) : builder).build();
        return fluxion.gradient((a, b) -> add(a, b), 1.0, 1.0);
    }

    /** Prints both. */
    static void main() {
        System.out.println("without the rule  " + gradient(false));
        System.out.println("with the rule     " + gradient(true));
    }
}
