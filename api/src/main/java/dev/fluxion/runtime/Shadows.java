package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The shadows of things in memory while one derivative runs, found by the identity of the thing. The shadow of an array
 * of numbers is an array of its length, that of an object or static field an array with one {@code double} for each
 * floating instance field, see {@link ShadowLayout}. However many names a thing goes by, it has one shadow.
 *
 * <p>Nothing that a derivative flows through is lost: where an active number is stored, {@code of} makes the shadow if
 * there is none. Where one is only read, {@code find} says with null that nothing active was ever stored in that thing.
 *
 * <p>Not thread safe; the things live at least as long as this, but for those that {@link #forgetZeros} lets go.
 */
public final class Shadows {

    private static final int FIRST_CAPACITY = 16;
    private static final int OUTERMOST = -1;

    /** At even places a thing, after it its shadow. Empty at first, then a power of two. */
    private Object @Nullable [] table;

    private int size;

    /** What got a shadow since the first mark, the last one last; null if there is no mark. */
    private @Nullable ArrayList<Object> fresh;

    private @Nullable Map<String, double[]> statics;
    private @Nullable IdentityHashMap<Object, Object> tangents;
    private @Nullable IdentityHashMap<Object, Object> images;

    private final int lanes;

    /** The shadows that are known as values, so that nothing looks them up; null unless they are to be remembered. */
    private final @Nullable List<Object> local;

    /** Shadows of earlier runs, for use again; null if there is only one run. */
    private final @Nullable LocalArrays room;

    private Shadows(int lanes, @Nullable List<Object> local, @Nullable LocalArrays room) {
        this.lanes = lanes;
        this.local = local;
        this.room = room;
    }

    /** Returns an empty table. */
    public static Shadows create() {
        return new Shadows(1, null, null);
    }

    /**
     * Returns an empty table of shadows that hold several numbers for each one of their owner's, side by side: its
     * tangents in several directions.
     *
     * @param lanes how many
     */
    public static Shadows create(int lanes) {
        return new Shadows(lanes, null, null);
    }

    /**
     * Returns an empty table for one run after the other, with {@link #clear} in between, which uses the shadows of the
     * run before again.
     *
     * @param lanes how many numbers a shadow has for each one of its owner's
     */
    public static Shadows reusable(int lanes) {
        return new Shadows(lanes, null, new LocalArrays());
    }

    /** Forgets everything. Shadows that were given out may be given out again. */
    public void clear() {
        if (table != null && size > 0) {
            Arrays.fill(table, null);
        }
        size = 0;
        statics = null;
        tangents = null;
        images = null;
        if (room != null) {
            room.reset();
        }
    }

    /** Returns zeros for the shadow of an array that was made just now, which {@link #put} is then told of. */
    public double[] room(int length) {
        return room == null ? new double[length] : room.takeDoubles(length);
    }

    /** Returns an empty table that remembers all shadows, so that a reverse sweep can be repeated. */
    public static Shadows repeatable() {
        return new Shadows(1, new ArrayList<>(), null);
    }

    /** Notes the shadow of an array that nothing looks up. */
    public void local(Object shadow) {
        if (local != null) {
            local.add(shadow);
        }
    }

    /**
     * Returns a table with a shadow of zeros for each thing that has one here.
     *
     * @param fresh takes for each shadow here, also those that nothing looks up, the one in its place
     */
    Shadows zeros(IdentityHashMap<Object, Object> fresh) {
        Shadows zeros = new Shadows(lanes, null, null);
        Object[] places = table == null ? new Object[0] : table;
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] != null) {
                zeros.put(places[i], fresh.computeIfAbsent(places[i + 1], Shadows::zero));
            }
        }
        if (statics != null) {
            statics.keySet().forEach(zeros::ofStatic);
        }
        if (local != null) {
            local.forEach(shadow -> fresh.computeIfAbsent(shadow, Shadows::zero));
        }
        return zeros;
    }

    private static Object zero(Object shadow) {
        return shadow instanceof double[] doubles ? new double[doubles.length] : new float[((float[]) shadow).length];
    }

    /** Returns the shadow of an array; makes one of zeros if there is none. */
    public double[] of(double[] array) {
        Object known = lookUp(array);
        if (known == null) {
            known = room(Math.multiplyExact(lanes, array.length));
            put(array, known);
        }
        return (double[]) known;
    }

    /** Returns the shadow of an array; makes one of zeros if there is none. */
    public float[] of(float[] array) {
        Object known = lookUp(array);
        if (known == null) {
            known = new float[Math.multiplyExact(lanes, array.length)];
            put(array, known);
        }
        return (float[]) known;
    }

    /** Returns the shadow of an object's numbers; makes one of zeros if there is none. */
    public double[] of(Object object) {
        Object known = lookUp(object);
        if (known == null) {
            known = room(lanes * ShadowLayout.size(object.getClass()));
            put(object, known);
        }
        return (double[]) known;
    }

    /**
     * Returns the shadow of an array that something is about to be stored in; makes one of zeros if there is none. Null
     * has none: the store will fail.
     */
    public double @Nullable [] ofStored(double @Nullable [] array) {
        return array == null ? null : of(array);
    }

    /**
     * Returns the shadow of an array that something is about to be stored in; makes one of zeros if there is none. Null
     * has none: the store will fail.
     */
    public float @Nullable [] ofStored(float @Nullable [] array) {
        return array == null ? null : of(array);
    }

    /**
     * Returns the shadow of an object that something is about to be stored in; makes one of zeros if there is none.
     * Null has none: the store will fail.
     */
    public double @Nullable [] ofStored(@Nullable Object object) {
        return object == null ? null : of(object);
    }

    /** Returns the shadow of an array, or null if it has none or there is no array. */
    public double @Nullable [] find(double @Nullable [] array) {
        return array == null ? null : (double[]) lookUp(array);
    }

    /** Returns the shadow of an array, or null if it has none or there is no array. */
    public float @Nullable [] find(float @Nullable [] array) {
        return array == null ? null : (float[]) lookUp(array);
    }

    /** Returns the shadow of an object's numbers, or null if it has none or there is no object. */
    public double @Nullable [] find(@Nullable Object object) {
        return object == null ? null : (double[]) lookUp(object);
    }

    /**
     * Returns the shadow of a static field, one number; makes one of zero if there is none.
     *
     * @param field its class in internal form, a dot and its name: {@code com/acme/Foo.total}
     */
    public double[] ofStatic(String field) {
        if (statics == null) {
            statics = new HashMap<>();
        }
        double[] known = statics.get(field);
        if (known == null) {
            known = new double[lanes];
            statics.put(field, known);
        }
        return known;
    }

    /** Returns the shadow of a static field, or null if it has none. */
    public double @Nullable [] findStatic(String field) {
        return statics == null ? null : statics.get(field);
    }

    /**
     * Registers a shadow that exists already, in the place of one that is known.
     *
     * @param primal the thing
     * @param shadow a {@code double[]}, or a {@code float[]} if that is what the thing is
     */
    public void put(Object primal, Object shadow) {
        Object[] places = table;
        if (places == null) {
            places = new Object[2 * FIRST_CAPACITY];
            table = places;
        }
        int at = IdentityPlaces.find(places, primal);
        if (places[at] == null) {
            if (4 * (size + 1) > places.length) {
                places = IdentityPlaces.grown(places);
                table = places;
                at = IdentityPlaces.find(places, primal);
            }
            places[at] = primal;
            size++;
            if (fresh != null) {
                fresh.add(primal);
            }
        }
        places[at + 1] = shadow;
    }

    /** Notes what gets a shadow from now on, up to the call of {@link #forgetZeros} that is given the mark. */
    public int mark() {
        if (fresh == null) {
            fresh = new ArrayList<>();
            return OUTERMOST;
        }
        return fresh.size();
    }

    /**
     * Forgets those things whose shadow was made since a mark and is zero, as if there had been none: what a part of
     * the program has made for itself and has been reversed.
     */
    public void forgetZeros(int mark) {
        ArrayList<Object> noted = Objects.requireNonNull(fresh);
        int kept = Math.max(0, mark);
        for (int i = kept; i < noted.size(); i++) {
            Object thing = noted.get(i);
            Object shadow = lookUp(thing);
            if (shadow != null && isZero(shadow)) {
                forget(thing);
            } else if (shadow != null) {
                noted.set(kept, thing);
                kept++;
            }
        }
        noted.subList(kept, noted.size()).clear();
        if (mark == OUTERMOST) {
            fresh = null;
        }
    }

    /** Forgets a thing that nothing refers to any more. */
    public void forget(Object thing) {
        if (table != null) {
            int at = IdentityPlaces.find(table, thing);
            if (table[at] != null) {
                IdentityPlaces.free(table, at);
                size--;
            }
        }
    }

    private static boolean isZero(Object shadow) {
        if (shadow instanceof double[] doubles) {
            for (double each : doubles) {
                if (each != 0) {
                    return false;
                }
            }
            return true;
        }
        for (float each : (float[]) shadow) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the tangent of an object whose numbers only rules know, or null if it is zero, and forgets it. */
    public @Nullable Object takeTangent(Object object) {
        return tangents == null ? null : tangents.remove(object);
    }

    /** Returns the tangent of an object whose numbers only rules know, or null if it is zero. */
    public @Nullable Object findTangent(Object object) {
        return tangents == null ? null : tangents.get(object);
    }

    /** Remembers the tangent of an object whose numbers only rules know. */
    public void putTangent(Object object, Object tangent) {
        if (tangents == null) {
            tangents = new IdentityHashMap<>();
        }
        tangents.put(object, tangent);
    }

    /**
     * Returns what things held when a {@link FunctionMemory} last looked at them, by their identity: calls between
     * which nothing changes share it.
     */
    public Map<Object, Object> images() {
        if (images == null) {
            images = new IdentityHashMap<>();
        }
        return images;
    }

    private @Nullable Object lookUp(Object thing) {
        Object[] places = table;
        return places == null ? null : places[IdentityPlaces.find(places, thing) + 1];
    }
}
