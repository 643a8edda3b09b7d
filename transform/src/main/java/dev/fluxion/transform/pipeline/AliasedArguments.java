package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Library;

import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives in an array that the function may have captured as well: what is read by the one name is the argument
 * too.
 */
final class AliasedArguments {

    private AliasedArguments() {}

    /** Returns for each captured value whether it may be the array that the gradient is taken in. */
    static List<Boolean> among(List<Value> captured, Value array, Function function) {
        List<Boolean> aliased = new ArrayList<>();
        for (Value value : captured) {
            aliased.add(value.type().equals(array.type()) && mayBeOne(value, array, function));
        }
        return aliased;
    }

    private static boolean mayBeOne(Value a, Value b, Function function) {
        if (a.equals(b)) {
            return true;
        }
        Definitions definitions = Definitions.of(function);
        boolean aIsMade = isMade(a, definitions);
        boolean bIsMade = isMade(b, definitions);
        return !(aIsMade && bIsMade || aIsMade && isGiven(b, function) || bIsMade && isGiven(a, function));
    }

    private static boolean isMade(Value array, Definitions definitions) {
        return array instanceof Variable variable
                && switch (definitions.op(variable)) {
                    case Op.NewArray made -> true;
                    case Op.CheckCast cast -> isMade(cast.object(), definitions);
                    case Op.Invoke call ->
                            call.method().owner().startsWith("[") && call.method().name().equals("clone");
                    case null, default -> false;
                };
    }

    /** Whether the array is an argument of the function around. */
    private static boolean isGiven(Value array, Function function) {
        return array instanceof Variable variable && function.parameters().contains(variable);
    }

    /**
     * Returns the function that a known one is where some captured arrays are its argument: it takes these only once.
     *
     * @param function the known function
     * @param merged for each captured value whether it is the argument
     * @param captured what is captured
     */
    static KnownFunction merged(Function function, List<Boolean> merged, List<Value> captured, Library library) {
        String name = function.name() + "~" + merged;
        List<Value> rest = new ArrayList<>();
        FunctionBuilder out = new FunctionBuilder(name, function.resultTypes());
        List<Variable> declared = new ArrayList<>();
        List<Value> arguments = new ArrayList<>();
        Variable array = out.variable(function.parameters().getLast().type(), "array");
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i)) {
                arguments.add(array);
            } else {
                Variable own = out.variable(function.parameters().get(i).type(), "");
                declared.add(own);
                arguments.add(own);
                rest.add(captured.get(i));
            }
        }
        declared.add(array);
        arguments.add(array);
        if (!library.has(name)) {
            out.begin(out.label("entry"), declared);
            out.end(new Terminator.Return(List.copyOf(call(out, function, arguments))));
            library.put(out.build());
        }
        return new KnownFunction(name, rest);
    }

    /** Gives the derivative of the function where some captured arrays are its argument. */
    interface Variants {
        Function derived(List<Boolean> merged);
    }

    /**
     * Makes a function with the parameters of a derivative that tells when it runs which captured arrays are the
     * argument.
     *
     * <pre>
     *   func @either(captured, array, shadow) -&gt; f64 {
     *       if (captured == array) return @merged(array, shadow)
     *       return @plain(captured, array, shadow)
     *   }
     * </pre>
     *
     * @param plain the derivative where none is
     * @param which for each captured value whether it may be
     */
    static Function either(Function plain, List<Boolean> which, Variants variants) {
        FunctionBuilder out = new FunctionBuilder(plain.name() + "~" + which, plain.resultTypes());
        List<Variable> declared = new ArrayList<>();
        for (Variable parameter : plain.parameters()) {
            declared.add(out.variable(parameter.type(), parameter.name()));
        }
        out.begin(out.label("entry"), declared);
        choose(out, declared, which, new ArrayList<>(), variants);
        return out.build();
    }

    private static void choose(
            FunctionBuilder out,
            List<Variable> declared,
            List<Boolean> which,
            List<Boolean> merged,
            Variants variants) {
        int next = merged.size();
        if (next == which.size()) {
            List<Value> arguments = new ArrayList<>();
            for (int i = 0; i < declared.size(); i++) {
                if (i >= next || !merged.get(i)) {
                    arguments.add(declared.get(i));
                }
            }
            Function chosen = variants.derived(List.copyOf(merged));
            out.end(new Terminator.Return(List.copyOf(call(out, chosen, arguments))));
            return;
        }
        if (which.get(next)) {
            Label same = out.label("same");
            Label other = out.label("other");
            Value isSame = out.add(new Op.Compare(CompareKind.EQ, declared.get(next), declared.get(which.size())));
            out.end(new Terminator.Branch(isSame, new Successor(same, List.of()), new Successor(other, List.of())));
            out.begin(same, List.of());
            choose(out, declared, which, with(merged, true), variants);
            out.begin(other, List.of());
        }
        choose(out, declared, which, with(merged, false), variants);
    }

    private static List<Boolean> with(List<Boolean> merged, boolean next) {
        List<Boolean> more = new ArrayList<>(merged);
        more.add(next);
        return more;
    }

    private static List<Variable> call(FunctionBuilder out, Function function, List<Value> arguments) {
        return out.call(new Op.Call(function.name(), arguments), function.resultTypes());
    }
}
