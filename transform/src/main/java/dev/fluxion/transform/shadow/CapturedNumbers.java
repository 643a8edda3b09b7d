package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a lambda has captured: when it is made, they are stored in fields {@code arg$1}, {@code arg$2} and
 * so on of its object, see {@link dev.fluxion.runtime.ShadowLayout}.
 */
public final class CapturedNumbers {

    private CapturedNumbers() {}

    /**
     * A number that a lambda captures.
     *
     * @param value the number
     * @param slot its place in the shadow of the lambda's object
     */
    public record Captured(Value value, int slot) {}

    /** Returns the numbers that a lambda captures when it is made, in the order in which they are given. */
    public static List<Captured> of(Op.MakeClosure closure) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < closure.captured().size(); i++) {
            if (closure.captured().get(i).type().isFloating()) {
                fields.add(field(i));
            }
        }
        fields.sort(null);
        List<Captured> numbers = new ArrayList<>();
        for (int i = 0; i < closure.captured().size(); i++) {
            Value value = closure.captured().get(i);
            if (value.type().isFloating()) {
                numbers.add(new Captured(value, fields.indexOf(field(i))));
            }
        }
        return numbers;
    }

    private static String field(int captured) {
        return "arg$" + (captured + 1);
    }
}
