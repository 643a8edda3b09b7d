package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ForwardRule;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.exceptions.CatchAll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tangent function of a method with a forward rule. The rule is called once for each tangent.
 *
 * <pre>
 *   tangent(arguments..., for each active number its tangents..., shadows)
 *       { y, dy = rule(arguments..., tangents...); return y, dy }
 * </pre>
 */
public final class RuleTangent {

    private static final ClassType GIVEN = new ClassType("dev/fluxion/rule/ValueAndTangent");
    private static final ClassType NO_TANGENT = new ClassType("dev/fluxion/tangent/NoTangent");

    private final ForwardRule rule;
    private final Shape shape;
    private final FunctionBuilder out;
    private final PushedCalls calls;

    private RuleTangent(ForwardRule rule, Shape shape) {
        this.rule = rule;
        this.shape = shape;
        List<Type> results = new ArrayList<>(rule.resultTypes());
        if (rule.result().isFloating()) {
            results.addAll(Collections.nCopies(shape.lanes, rule.result()));
        }
        this.out = new FunctionBuilder(shape.name, results);
        this.calls = new PushedCalls(rule, shape.lanes, out);
    }

    /**
     * What the tangent function has to look like.
     *
     * @param name its name
     * @param numbers the positions of the arguments that come with tangents
     * @param lanes how many tangents each has
     * @param takesShadows whether it takes the table of shadows as its last argument
     */
    public record Shape(String name, List<Integer> numbers, int lanes, boolean takesShadows) {
        /** Copies the list in. */
        public Shape {
            numbers = List.copyOf(numbers);
        }
    }

    /** Makes the function that stands for a method part of a program, and returns its name. */
    static String apply(ForwardRule rule, Op call, Library library) {
        String name = "rule " + rule.method() + " for " + named(call);
        if (library.rule(name) == null) {
            library.putRule(name, rule);
            library.put(primal(name, rule, call));
        }
        return name;
    }

    private static String named(Op call) {
        return switch (call) {
            case Op.Invoke invoke -> invoke.kind() + " " + invoke.method();
            case Op.New made -> made.constructor().toString();
            default -> throw new IllegalArgumentException("no method has a rule in " + call);
        };
    }

    /** What is called where no derivative flows: the method itself. */
    private static Function primal(String name, ForwardRule rule, Op call) {
        FunctionBuilder out = new FunctionBuilder(name, rule.resultTypes());
        List<Variable> parameters = new ArrayList<>();
        for (Type type : rule.parameterTypes()) {
            parameters.add(out.variable(type, ""));
        }
        out.begin(out.label("entry"), parameters);
        Op again =
                call instanceof Op.Invoke invoke
                        ? new Op.Invoke(invoke.kind(), invoke.method(), List.copyOf(parameters))
                        : new Op.New(((Op.New) call).constructor(), List.copyOf(parameters));
        out.end(new Terminator.Return(List.of(out.add(again))));
        return out.build();
    }

    /**
     * Makes the tangent function.
     *
     * @param function the name of the function that stands for the method, or of its variant that gives its exception
     * @param library takes what it calls
     */
    public static Function of(ForwardRule rule, String function, Shape shape, Library library) {
        library.put(rule.body());
        if (library.function(function).resultTypes().size() == rule.resultTypes().size()) {
            return new RuleTangent(rule, shape).build();
        }
        Shape inner = new Shape(shape.name + "$inner", shape.numbers, shape.lanes, shape.takesShadows);
        Function throwing = new RuleTangent(rule, inner).build();
        Function caught = CatchAll.of(throwing);
        library.put(throwing);
        library.put(caught);
        return withExceptionSecond(rule, shape, caught);
    }

    /** The exception comes right after the value. What was written before it has no tangents. */
    private static Function withExceptionSecond(ForwardRule rule, Shape shape, Function caught) {
        List<Type> types = new ArrayList<>(caught.resultTypes());
        types.add(1, types.removeLast());
        FunctionBuilder out = new FunctionBuilder(shape.name, types);
        PushedCalls calls = new PushedCalls(rule, shape.lanes, out);
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : caught.parameters()) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        out.begin(out.label("entry"), parameters);
        List<Variable> arguments = parameters.subList(0, rule.parameterTypes().size());
        Map<Integer, Value> before = numbers(arguments, calls);
        List<Value> results =
                new ArrayList<>(out.call(new Op.Call(caught.name(), List.copyOf(parameters)), caught.resultTypes()));
        Value thrown = results.removeLast();
        before.forEach((argument, numbers) -> calls.unwrittenIfThrown(arguments.get(argument), numbers, thrown));
        results.add(1, thrown);
        out.end(new Terminator.Return(results));
        return out.build();
    }

    private Function build() {
        List<Variable> parameters = new ArrayList<>();
        List<Value> arguments = new ArrayList<>();
        for (Type type : rule.parameterTypes()) {
            Variable argument = out.variable(type, "");
            parameters.add(argument);
            arguments.add(argument);
        }
        List<List<Variable>> given = new ArrayList<>();
        for (int number : shape.numbers) {
            List<Variable> tangents = new ArrayList<>();
            for (int lane = 0; lane < shape.lanes; lane++) {
                tangents.add(out.variable(rule.parameterTypes().get(number), "tangent"));
            }
            given.add(tangents);
            parameters.addAll(tangents);
        }
        Variable shadows = out.variable(RulePair.SHADOWS, "shadows");
        if (shape.takesShadows) {
            parameters.add(shadows);
        }
        out.begin(out.label("entry"), parameters);
        Map<Integer, Value> before = numbers(arguments, calls);
        List<Value> results = new ArrayList<>();
        for (int lane = 0; lane < shape.lanes; lane++) {
            List<Value> all = new ArrayList<>(arguments);
            for (int i = 0; i < arguments.size(); i++) {
                int number = shape.numbers.indexOf(i);
                all.add(number >= 0 ? given.get(number).get(lane) : tangent(i, arguments.get(i), shadows, lane));
            }
            Value both = calls.required(out.call(new Op.Call(rule.body().name(), all), List.of(GIVEN)).getFirst());
            if (lane == 0) {
                before.forEach((argument, numbers) -> calls.unwritten(arguments.get(argument), numbers, argument));
                results.add(part(both, "value"));
            }
            if (rule.result().isFloating()) {
                results.add(part(both, "tangent"));
            } else if (rule.result().isReference()) {
                calls.put(shadows, results.getFirst(), part(both, "tangent"), lane);
            }
        }
        out.end(new Terminator.Return(results));
        return out.build();
    }

    /** The numbers in the arguments in memory, by the arguments' indices. */
    private static Map<Integer, Value> numbers(List<? extends Value> arguments, PushedCalls calls) {
        Map<Integer, Value> numbers = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type().isReference()) {
                numbers.put(i, calls.before(arguments.get(i)));
            }
        }
        return numbers;
    }

    /** The tangent of an argument that is no active number. */
    private Value tangent(int argument, Value of, Variable shadows, int lane) {
        Type wanted = rule.tangentTypes().get(argument);
        if (of.type().isReference()) {
            return calls.tangent(shadows, of, wanted, argument, lane);
        }
        return wanted.isReference()
                ? out.add(new Op.GetStatic(new FieldRef(NO_TANGENT.internalName(), "NO_TANGENT", NO_TANGENT)))
                : Constant.zero(wanted);
    }

    /** The value or the tangent out of what the rule has returned. */
    private Value part(Value both, String name) {
        MethodRef accessor = new MethodRef(GIVEN.internalName(), name, "()Ljava/lang/Object;", false);
        Value object = out.add(new Op.Invoke(InvokeKind.VIRTUAL, accessor, List.of(both)));
        if (rule.result() instanceof ReferenceType type) {
            return type.equals(ClassType.OBJECT) ? object : out.add(new Op.CheckCast(type, object));
        }
        PrimitiveBox box = PrimitiveBox.of(rule.result());
        return out.add(box.unboxed(out.add(new Op.CheckCast(box.type(), object))));
    }
}
