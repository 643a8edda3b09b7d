package dev.fluxion.testkit.random;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What a program being made consists of so far. */
final class World {

    /** Each array of numbers has so many elements, a power of two. */
    static final int LENGTH = 4;

    final Dice dice;
    final List<Variable> statics = new ArrayList<>();
    final List<Routine> routines = new ArrayList<>();

    /** Classes that implement {@code Shape}, as texts with holes that make an object, with the parts' types. */
    final List<Construction> shapes = new ArrayList<>();

    private Set<Feature> features;
    private int names;

    World(Dice dice, Set<Feature> features) {
        this.dice = dice;
        this.features = features;
    }

    /** A way to make an object: {@code new A(#0, #1)}, with the types of its arguments. */
    record Construction(String type, String text, List<String> parameters) {}

    /** Makes something without some of the features. */
    <T> T without(Set<Feature> forbidden, Supplier<T> make) {
        Set<Feature> before = features;
        features = EnumSet.noneOf(Feature.class);
        features.addAll(before);
        features.removeAll(forbidden);
        T made = make.get();
        features = before;
        return made;
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    String fresh(String prefix) {
        return prefix + names++;
    }
}
