package dev.fluxion.testkit.random;

import java.util.ArrayList;
import java.util.List;

/** What can be used at one place of a program. */
final class Scope {

    /** The result type of the method; {@code void} for none. */
    final String result;

    /** Whether this is in a lambda or in an inner class. */
    final boolean isCaptured;

    /** Whether no method may be called from here that uses functional objects. */
    final boolean isPlain;

    private final List<Variable> variables = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private int loops;
    private int catching;
    private int faulting;
    private int functionCalls;

    private Scope(String result, boolean isCaptured, boolean isPlain) {
        this.result = result;
        this.isPlain = isPlain;
        this.isCaptured = isCaptured;
        this.functionCalls = isCaptured ? 1 : Integer.MAX_VALUE;
    }

    /** Returns the scope of a method that sees static fields. */
    static Scope ofMethod(World world, String result, boolean isPlain) {
        Scope scope = new Scope(result, false, isPlain);
        scope.variables.addAll(world.statics);
        return scope;
    }

    /** Returns the scope of a lambda or a method of an inner class made here. */
    Scope captured(String type) {
        Scope inner = new Scope(type, true, true);
        for (Variable variable : variables) {
            if (variable.capturable()) {
                inner.variables.add(variable);
            }
        }
        return inner;
    }

    void add(Variable variable) {
        variables.add(variable);
    }

    int mark() {
        return variables.size();
    }

    void release(int mark) {
        while (variables.size() > mark) {
            variables.removeLast();
        }
    }

    /** Returns the variables of a type. */
    List<Variable> of(String type) {
        List<Variable> found = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.type().equals(type)) {
                found.add(variable);
            }
        }
        return found;
    }

    /** Returns the variables of a type that may be assigned. */
    List<Variable> assignable(String type) {
        List<Variable> found = of(type);
        found.removeIf(variable -> !variable.assignable());
        return found;
    }

    /** Returns the last variables that were added, at most so many. */
    List<Variable> last(int count, String type) {
        List<Variable> found = of(type);
        return found.subList(Math.max(0, found.size() - count), found.size());
    }

    /** Enters a loop. */
    void enterLoop(String label) {
        loops++;
        labels.add(label);
    }

    void leaveLoop() {
        loops--;
        labels.removeLast();
    }

    boolean inLoop() {
        return loops > 0;
    }

    List<String> labels() {
        return labels;
    }

    /** Enters a block whose exceptions are caught. */
    void enterCatching() {
        catching++;
    }

    void leaveCatching() {
        catching--;
    }

    boolean mayThrow() {
        return catching > 0;
    }

    /** Enters a block whose index errors are caught. */
    void enterFaulting() {
        faulting++;
    }

    void leaveFaulting() {
        faulting--;
    }

    boolean mayFault() {
        return faulting > 0;
    }

    /** Takes one of the allowed calls of functional objects: few in these themselves, as they call one another. */
    boolean takeFunctionCall() {
        if (functionCalls == 0) {
            return false;
        }
        functionCalls--;
        return true;
    }
}
