package dev.fluxion.transform;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/**
 * The forward rule of a method: a static method that computes its value and the tangent of that.
 *
 * @param method the static method
 * @param body its code; it takes the method's arguments, the receiver first, and then their tangents
 * @param result what the method that it is for gives back
 * @param hidesNumbers whether an argument or the result is an object whose numbers only rules know
 * @param linker a constant: what knows how numbers lie in objects, a {@link dev.fluxion.runtime.Linker}
 * @param origin module and jar that it comes from, in brackets and after a space; empty if there are none
 */
public record ForwardRule(
        MethodRef method, Function body, Type result, boolean hidesNumbers, Constant linker, String origin)
        implements MethodRule {

    /** Returns the rule's name for messages, with where it comes from. */
    public String display() {
        return method.display() + origin;
    }

    @Override
    public List<Type> parameterTypes() {
        return types().subList(0, types().size() / 2);
    }

    /** Returns the types in which it takes the tangents. */
    public List<Type> tangentTypes() {
        return types().subList(types().size() / 2, types().size());
    }

    private List<Type> types() {
        List<Type> types = new ArrayList<>();
        for (Variable parameter : body.parameters()) {
            types.add(parameter.type());
        }
        return types;
    }
}
