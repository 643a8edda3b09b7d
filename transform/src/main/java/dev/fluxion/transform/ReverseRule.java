package dev.fluxion.transform;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The reverse rule of a method: a static method that computes what the method does and gives back its pullback.
 *
 * @param method the static method
 * @param body its code; it takes the method's arguments, the receiver first
 * @param form what it gives back
 * @param result what the method that it is for gives back, null if nothing
 * @param writes the arguments in whose memory it leaves numbers
 * @param hidesNumbers whether an argument or the result is an object whose numbers only rules know
 * @param linker a constant: what knows how numbers lie in objects, a {@link dev.fluxion.runtime.Linker}
 * @param origin module and jar that it comes from, in brackets and after a space; empty if there are none
 * @param isChecked whether what its pullback gives, and what it does to memory, is checked at each call
 * @param runsFunctions whether its pullback may run functions that the method was given
 */
public record ReverseRule(
        MethodRef method,
        Function body,
        Form form,
        @Nullable Type result,
        List<Integer> writes,
        boolean hidesNumbers,
        Constant linker,
        String origin,
        boolean isChecked,
        boolean runsFunctions)
        implements MethodRule {

    /** Copies the list in. */
    public ReverseRule {
        writes = List.copyOf(writes);
    }

    /** What such a method gives back. */
    public enum Form {
        /** The value, and a pullback that returns cotangents. */
        BY_VALUE("dev/fluxion/rule/ValueAndPullback", "dev/fluxion/rule/Pullback"),
        /** The value, and a pullback that adds to adjoints in memory. */
        IN_PLACE("dev/fluxion/rule/ValueAndPullbackInPlace", "dev/fluxion/rule/PullbackInPlace"),
        /** No value, and such a pullback. */
        VOID("dev/fluxion/rule/VoidPullback", "dev/fluxion/rule/VoidPullback");

        private final String given;
        private final String pullback;

        Form(String given, String pullback) {
            this.given = given;
            this.pullback = pullback;
        }

        /** Returns the form of a rule by the descriptor of what it returns. */
        public static Form of(String descriptor) {
            for (Form form : values()) {
                if (descriptor.equals("L" + form.given + ";")) {
                    return form;
                }
            }
            throw new IllegalArgumentException("not the result of a reverse rule: " + descriptor);
        }

        /** Returns the internal name of the class that such a method returns. */
        public String given() {
            return given;
        }

        /** Returns the internal name of the interface of the pullback. */
        public String pullback() {
            return pullback;
        }
    }

    /** Returns the name of the function that stands for the method. */
    public String primal() {
        return "rule " + method;
    }

    /** Returns the name of the function that gives back the value and what the pullback needs. */
    public String forward() {
        return primal() + "$forward";
    }

    /** Returns the method's name for messages, with where it comes from. */
    public String display() {
        return method.display() + origin;
    }

    @Override
    public List<Type> parameterTypes() {
        List<Type> types = new ArrayList<>();
        for (Variable parameter : body.parameters()) {
            types.add(parameter.type());
        }
        return types;
    }

    @Override
    public boolean usesMemory() {
        return form != Form.BY_VALUE || MethodRule.super.usesMemory();
    }
}
