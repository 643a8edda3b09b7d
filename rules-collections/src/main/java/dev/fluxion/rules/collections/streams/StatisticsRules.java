package dev.fluxion.rules.collections.streams;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;
import dev.fluxion.rules.collections.streams.doubles.PlainStatistics;

import java.util.DoubleSummaryStatistics;

/**
 * What statistics say: those that a stream in differentiated code has made, with a derivative; of others, constants.
 */
@Rules(of = DoubleSummaryStatistics.class)
@SuppressWarnings("unused")
public final class StatisticsRules {

    private StatisticsRules() {}

    private static PlainStatistics plain(DoubleSummaryStatistics statistics) {
        if (statistics instanceof PlainStatistics plain) {
            return plain;
        }
        throw new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.NO_RULE,
                        "cannot differentiate numbers that are put into a DoubleSummaryStatistics",
                        "what it keeps of them is private to the JDK",
                        "summaryStatistics() of a stream, Collectors.summarizingDouble, or sums of one's own"));
    }

    @Replacement(of = "accept")
    static void accept(DoubleSummaryStatistics statistics, double value) {
        plain(statistics).include(value);
    }

    @Replacement(of = "combine")
    static void combine(DoubleSummaryStatistics statistics, DoubleSummaryStatistics other) {
        plain(statistics).joined(plain(other));
    }

    @Replacement(of = "getSum")
    static double sum(DoubleSummaryStatistics statistics) {
        return statistics instanceof PlainStatistics plain ? plain.total() : Constants.sum(statistics);
    }

    @Replacement(of = "getCount")
    static long count(DoubleSummaryStatistics statistics) {
        return statistics instanceof PlainStatistics plain ? plain.number() : Constants.count(statistics);
    }

    @Replacement(of = "getAverage")
    static double average(DoubleSummaryStatistics statistics) {
        return statistics instanceof PlainStatistics plain ? plain.mean() : Constants.average(statistics);
    }

    @Replacement(of = "getMin")
    static double least(DoubleSummaryStatistics statistics) {
        return statistics instanceof PlainStatistics plain ? plain.least() : Constants.least(statistics);
    }

    @Replacement(of = "getMax")
    static double greatest(DoubleSummaryStatistics statistics) {
        return statistics instanceof PlainStatistics plain ? plain.greatest() : Constants.greatest(statistics);
    }

    /** The numbers of statistics that were made outside: an active one does not get into them. */
    @Rules(of = Constants.class)
    @dev.fluxion.rule.NonDifferentiable
    public static final class Constants {

        private Constants() {}

        static double sum(DoubleSummaryStatistics statistics) {
            return statistics.getSum();
        }

        static long count(DoubleSummaryStatistics statistics) {
            return statistics.getCount();
        }

        static double average(DoubleSummaryStatistics statistics) {
            return statistics.getAverage();
        }

        static double least(DoubleSummaryStatistics statistics) {
            return statistics.getMin();
        }

        static double greatest(DoubleSummaryStatistics statistics) {
            return statistics.getMax();
        }
    }
}
