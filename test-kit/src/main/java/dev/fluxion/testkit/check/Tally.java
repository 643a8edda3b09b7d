package dev.fluxion.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came out of checking many programs. Threads may share it. */
public final class Tally {

    private int programs;
    private int derived;
    private int points;
    private int inAllModes;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> modes = new TreeMap<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final List<Case> cases = new ArrayList<>();

    /**
     * A program with a finding.
     *
     * @param seed makes the program
     * @param finding the first of its findings
     * @param source a test to keep, of the program made smaller
     */
    public record Case(long seed, Finding finding, String source) {}

    /** Makes an empty tally. */
    public Tally() {}

    synchronized void add(Outcome outcome) {
        programs++;
        points += outcome.differences();
        if (outcome.refusals().isEmpty()) {
            derived++;
        } else {
            for (String id : outcome.refusals()) {
                refusals.merge(id, 1, Integer::sum);
            }
        }
        if (outcome.modes() != null) {
            inAllModes++;
            for (String refusal : outcome.modes()) {
                modes.merge(refusal, 1, Integer::sum);
            }
        }
        if (outcome.oracle() != null) {
            unknown.merge(outcome.oracle(), 1, Integer::sum);
        }
    }

    synchronized void add(Case found) {
        cases.add(found);
    }

    /** Returns how many programs were checked. */
    public synchronized int programs() {
        return programs;
    }

    /** Returns how many of them have a derivative. */
    public synchronized int derived() {
        return derived;
    }

    /** Returns how many were refused, by error ids; a program may be refused for several. */
    public synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    /** Returns of how many forward mode, pullbacks and Hessians were looked at. */
    public synchronized int inAllModes() {
        return inAllModes;
    }

    /** Returns how many of these have a gradient but were refused by a mode, by mode and error id. */
    public synchronized Map<String, Integer> refusedModes() {
        return Map.copyOf(modes);
    }

    /** Returns how many the oracle could not judge, by reasons. */
    public synchronized Map<String, Integer> unknown() {
        return Map.copyOf(unknown);
    }

    /** Returns the programs with findings. */
    public synchronized List<Case> cases() {
        return List.copyOf(cases);
    }

    /** Returns the numbers as lines of text. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        text.append(programs).append(" programs, ").append(derived).append(" differentiated, ");
        text.append(points).append(" points where finite differences could tell, ");
        text.append(inAllModes).append(" in all modes, ");
        text.append(cases.size()).append(" with findings\n");
        refusals.forEach((ids, count) -> text.append(count).append(" refused with ").append(ids).append('\n'));
        modes.forEach((mode, count) -> text.append(count).append(" refused by ").append(mode).append('\n'));
        unknown.forEach((why, count) -> text.append(count).append(" without oracle: ").append(why).append('\n'));
        return text.toString();
    }
}
