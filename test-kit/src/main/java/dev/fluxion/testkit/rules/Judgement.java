package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Comparison.Row;
import dev.fluxion.testkit.differences.Estimate;

import java.util.List;

/** Numbers of a rule beside those of finite differences. */
final class Judgement {

    private final Trial trial;
    private final Comparison comparison;

    /**
     * Starts without numbers.
     *
     * @param what what the rule's numbers are, such as "cotangent"
     * @param isSingle whether floats are involved
     */
    Judgement(Trial trial, String what, boolean isSingle) {
        this.trial = trial;
        this.comparison = new Comparison(what, trial.settings.relative(), trial.settings.absolute(), isSingle);
    }

    void add(String name, double actual, Estimate expected) {
        comparison.add(name, actual, expected);
    }

    /**
     * Fails if a number is not that of the differences, or if these do not know it well enough.
     *
     * @param headline what to say is wrong
     * @param hint what may be wrong with such a number
     * @param details what to say beside the table
     */
    void require(String headline, String hint, String details) {
        List<Row> wrong = comparison.wrong();
        if (!wrong.isEmpty()) {
            throw trial.failure(headline, hint, details, comparison.table(wrong));
        }
        List<Row> unsure = comparison.unsure();
        if (!unsure.isEmpty()) {
            throw trial.failure(
                    "finite differences do not know enough digits here to judge it",
                    details,
                    comparison.table(unsure),
                    "try: a point further from poles and kinks, or within("
                            + Comparison.rough(Comparison.tolerance(unsure))
                            + ")");
        }
    }
}
