package dev.fluxion.testkit.random;

/**
 * What a name stands for.
 *
 * @param type as Java spells it
 * @param name local variable, parameter or field
 * @param assignable whether it may be assigned
 * @param capturable whether lambdas and inner classes may use it
 */
record Variable(String type, String name, boolean assignable, boolean capturable) {

    /** Returns a local variable that is assigned again. */
    static Variable mutable(String type, String name) {
        return new Variable(type, name, true, false);
    }

    /** Returns a local variable that keeps its value. */
    static Variable fixed(String type, String name) {
        return new Variable(type, name, false, true);
    }

    /** Returns a field that is assigned again. */
    static Variable field(String type, String name) {
        return new Variable(type, name, true, true);
    }
}
