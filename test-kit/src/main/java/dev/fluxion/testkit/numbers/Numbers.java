package dev.fluxion.testkit.numbers;

import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The numbers of type {@code double} and {@code float} that can be reached from some values, the arguments of a method
 * for example: in arrays, records, lists, maps, and in the fields of objects. Each has a position and a name such as
 * {@code w[1][0]} or {@code layer.bias[2]}. An array or object that is met twice is counted once. Functions, texts,
 * whole numbers and other objects of the JDK are constants.
 *
 * <pre>{@code
 * Numbers n = Numbers.of(List.of("x"), Arrays.asList(new double[] {1, 2}));
 * n.values();                                    // {1, 2}
 * n.with(new double[] {3, 4}).roots();           // a copy of the arguments: [{3, 4}]
 * }</pre>
 */
public final class Numbers {

    private final List<@Nullable Object> roots;
    private final List<String> rootNames;
    private final Walk walk;

    /** What was in all places when they were overwritten. */
    private @Nullable Object @Nullable [] boxes;

    private Numbers(List<String> rootNames, List<@Nullable Object> roots) {
        this.rootNames = rootNames;
        this.roots = roots;
        this.walk = new Walk();
        for (int i = 0; i < roots.size(); i++) {
            walk.add(roots.get(i), rootNames.get(i));
        }
        walk.starts.add(walk.places.size());
    }

    /**
     * Finds the numbers in some values.
     *
     * @param names what the values are called, as many
     * @param roots the values
     */
    public static Numbers of(List<String> names, List<? extends @Nullable Object> roots) {
        if (names.size() != roots.size()) {
            throw new IllegalArgumentException(roots.size() + " values with " + names.size() + " names");
        }
        return new Numbers(List.copyOf(names), Collections.unmodifiableList(new ArrayList<@Nullable Object>(roots)));
    }

    /** Returns how many there are. */
    public int size() {
        return walk.places.size();
    }

    /** Returns the values that were given. */
    public List<@Nullable Object> roots() {
        return roots;
    }

    /** Returns what one of the values is called. */
    public String rootName(int root) {
        return rootNames.get(root);
    }

    /** Returns what the number at a position is called. */
    public String name(int position) {
        return walk.names.get(position);
    }

    /** Returns whether the number at a position is a {@code float}. */
    public boolean isSingle(int position) {
        return switch (walk.places.get(position)) {
            case Place.InFloats floats -> true;
            case Place.InDoubles doubles -> false;
            case Place place -> place.get() instanceof Float;
        };
    }

    /** Returns the numbers as they are now; NaN where there is none any more. */
    public double[] values() {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = walk.places.get(i).get() instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return values;
    }

    /**
     * Returns the same structure with other numbers in it, all of it copied but for the constants.
     *
     * @param numbers one for each position; those of floats are rounded
     */
    public Numbers with(double[] numbers) {
        return copied(new Copier(numbers, false));
    }

    private Numbers copied(Copier copier) {
        List<@Nullable Object> copies = new ArrayList<>();
        for (Node node : walk.nodes) {
            copies.add(copier.copy(node));
        }
        return of(rootNames, copies);
    }

    /** Returns a copy of all but the constants. */
    public Numbers copy() {
        return with(values());
    }

    /** Returns a copy of all but the constants, in which lists and maps can be written to. */
    public Numbers modifiable() {
        return copied(new Copier(values(), true));
    }

    /**
     * Overwrites the numbers, wherever a program could: in arrays, lists, maps and the fields of objects that are not
     * final. Adjoints are still those of the boxes that were there before.
     *
     * @param numbers one for each position
     */
    public void overwrite(double[] numbers) {
        boxes = new @Nullable Object[size()];
        for (int i = 0; i < numbers.length; i++) {
            boxes[i] = walk.places.get(i).get();
        }
        for (int i = 0; i < numbers.length; i++) {
            walk.places.get(i).set(numbers[i]);
        }
    }

    /** Returns whether one of the values has a tangent: whether there is, or could be, a number in it. */
    public boolean isPerturbable(int root) {
        return isPerturbable(walk.nodes.get(root));
    }

    /** Returns whether the gradient in one of the values has its type; else it is a Tangent. */
    public boolean carriesGradient(int root) {
        return carriesGradient(walk.nodes.get(root), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean carriesGradient(Node node, Set<Node> seen) {
        if (!(node instanceof Node.Parts parts) || !seen.add(node)) {
            return true;
        }
        boolean carries = parts.kind != Kind.OBJECT;
        for (Node.Part part : parts.parts) {
            carries &= carriesGradient(part.node(), seen);
        }
        return carries;
    }

    /** Returns whether the number at a position is in memory that keeps its identity when the number changes. */
    public boolean isMutable(int position) {
        return switch (walk.places.get(position)) {
            case Place.InDoubles element -> true;
            case Place.InFloats element -> true;
            case Place.InField(Object holder, Field field) -> field.getType().isPrimitive();
            case Place.Root argument -> false;
            case Place.InArray box -> false;
            case Place.InList<?> box -> false;
            case Place.InMap<?, ?> box -> false;
        };
    }

    /** Returns the first position of each value, and the size as one more. */
    public int[] starts() {
        return walk.starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the position of a value that is itself a number, or -1. */
    public int positionOf(int root) {
        return walk.nodes.get(root) instanceof Node.Box(int position, boolean isSingle) ? position : -1;
    }

    /**
     * Makes the tangent of one of the values: of its type, or a {@link dev.fluxion.tangent.Tangent} for an object with
     * fields, or {@link dev.fluxion.tangent.NoTangent}.
     *
     * @param root which value
     * @param numbers the tangents of all numbers
     */
    public Object tangent(int root, double[] numbers) {
        return new TangentMaker(numbers).tangent(walk.nodes.get(root));
    }

    /**
     * Reads a tangent of one of the values. {@link dev.fluxion.tangent.ZeroTangent} is zero everywhere.
     *
     * @param root which value
     * @param tangent its tangent
     * @param sum what the numbers are added to; what the value refers to twice, twice
     * @throws Mismatch if it has not the type and shape of the value
     */
    public void addTangent(int root, @Nullable Object tangent, double[] sum) throws Mismatch {
        new TangentReader(sum, false).read(walk.nodes.get(root), tangent, rootNames.get(root));
    }

    /**
     * Reads the gradient in all values, as Fluxion gives it: what is one object has one gradient.
     *
     * @param gradients one for each value
     * @throws Mismatch if one has not the type and shape of its value
     */
    public double[] readGradients(List<? extends @Nullable Object> gradients) throws Mismatch {
        double[] read = new double[size()];
        TangentReader reader = new TangentReader(read, true);
        for (int i = 0; i < roots.size(); i++) {
            reader.read(walk.nodes.get(i), gradients.get(i), rootNames.get(i));
        }
        return read;
    }

    /** Adds to the adjoints of all numbers in memory. */
    public void addTo(Shadows shadows, double[] adjoints) {
        for (int i = 0; i < adjoints.length; i++) {
            switch (walk.places.get(i)) {
                case Place.InDoubles(double[] array, int index) -> shadows.of(array)[index] += adjoints[i];
                case Place.InFloats(float[] array, int index) -> shadows.of(array)[index] += (float) adjoints[i];
                case Place.Root argument -> {}
                case Place place -> {
                    Slot slot = slot(i, place);
                    shadows.of(slot.holder())[slot.index()] += adjoints[i];
                }
            }
        }
    }

    /** Returns the adjoints of all numbers in memory; 0 for those that are not there. */
    public double[] adjoints(Shadows shadows) {
        double[] adjoints = new double[size()];
        for (int i = 0; i < adjoints.length; i++) {
            adjoints[i] =
                    switch (walk.places.get(i)) {
                        case Place.InDoubles(double[] array, int index) -> shadows.of(array)[index];
                        case Place.InFloats(float[] array, int index) -> shadows.of(array)[index];
                        case Place.Root argument -> 0;
                        case Place place -> {
                            Slot slot = slot(i, place);
                            yield shadows.of(slot.holder())[slot.index()];
                        }
                    };
        }
        return adjoints;
    }

    /** Where the adjoint of a field or box is. */
    private record Slot(Object holder, int index) {}

    private Slot slot(int position, Place place) {
        if (place instanceof Place.InField(Object holder, Field field) && field.getType().isPrimitive()) {
            return new Slot(holder, ShadowLayout.slot(field.getDeclaringClass(), field.getName()));
        }
        Object box = boxes == null ? place.get() : boxes[position];
        if (box == null) {
            throw new IllegalStateException("no number at " + place);
        }
        return new Slot(box, 0);
    }

    static boolean isPerturbable(Node node) {
        return isPerturbable(node, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isPerturbable(Node node, Set<Node> seen) {
        return switch (node) {
            case Node.Box number -> true;
            case Node.Doubles doubles -> true;
            case Node.Floats floats -> true;
            case Node.WholeArray array -> false;
            case Node.Constant constant -> false;
            case Node.Parts parts -> {
                if (!seen.add(parts)) {
                    yield false;
                }
                boolean found = parts.kind == Kind.ARRAY && Kind.isNumeric(parts.holder.getClass());
                for (Node.Part part : parts.parts) {
                    found |= isPerturbable(part.node(), seen);
                }
                yield found;
            }
        };
    }
}
