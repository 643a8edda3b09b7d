package dev.fluxion.rules.collections;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.IntSummaryStatistics;
import java.util.LongSummaryStatistics;

/** What keeps whole numbers, through which no derivative flows. */
@Rules(of = {IntSummaryStatistics.class, LongSummaryStatistics.class})
@NonDifferentiable
public final class CountRules {

    private CountRules() {}
}
