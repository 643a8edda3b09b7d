package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ReverseRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * The augmented primal and the reverse of a method with a rule. What the pullback needs goes through the tape.
 *
 * <pre>
 *   augmented(arguments..., shadows) { y, kept... = forward(arguments...); push kept..., y, arguments; return y }
 *   reverse(bar, shadows)            { pop; add pullback(kept..., bar) to the adjoints of the arguments }
 * </pre>
 *
 * @param augmented gives the primal's results
 * @param reverse takes the cotangent of a floating result; gives the adjoints of the active floating arguments
 */
public record RulePair(Function augmented, Function reverse) {

    /** The table of shadows. */
    static final ClassType SHADOWS = new ClassType("dev/fluxion/runtime/Shadows");

    /**
     * What the pair has to look like.
     *
     * @param augmented the name of the one
     * @param reverse the name of the other
     * @param numbers the positions of the arguments whose adjoints are asked for
     * @param takesShadows whether both take the table of shadows as their last argument
     */
    public record Shape(String augmented, String reverse, List<Integer> numbers, boolean takesShadows) {
        /** Copies the list in. */
        public Shape {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Makes the pair.
     *
     * @param rule the rule
     * @param forward its forward half
     * @param stacks gives a stack of the tape that nothing else uses
     */
    static RulePair of(ReverseRule rule, RuleForward forward, Shape shape, IntSupplier stacks) {
        return new Work(rule, forward, shape, stacks).run();
    }

    private static final class Work {
        private final ReverseRule rule;
        private final RuleForward forward;
        private final Shape shape;
        private final IntSupplier stacks;
        private final List<Op.TapePush> pushed = new ArrayList<>();

        /** What is remembered of the call in checked mode. */
        private Value check = new Constant.NullConstant();

        /** What functions led to when the method was called, and where it was pushed. */
        private Value memory = new Constant.NullConstant();

        private int memoryPushed = -1;

        /** The table of shadows of the reverse. */
        private Value shadows = new Constant.NullConstant();

        Work(ReverseRule rule, RuleForward forward, Shape shape, IntSupplier stacks) {
            this.rule = rule;
            this.forward = forward;
            this.shape = shape;
            this.stacks = stacks;
        }

        RulePair run() {
            return new RulePair(augmented(), reverse());
        }

        private Function augmented() {
            FunctionBuilder out = new FunctionBuilder(shape.augmented(), rule.resultTypes());
            List<Variable> parameters = new ArrayList<>();
            for (Variable parameter : rule.body().parameters()) {
                parameters.add(out.variable(parameter.type(), parameter.name()));
            }
            List<Value> arguments = List.copyOf(parameters);
            Variable shadows = out.variable(SHADOWS, "shadows");
            if (shape.takesShadows()) {
                parameters.add(shadows);
            }
            out.begin(out.label("entry"), parameters);
            RuleCalls calls = new RuleCalls(rule, shadows, out);
            if (rule.isChecked()) {
                check = CheckCalls.start(rule.display(), rule.linker(), out);
                for (Value argument : arguments) {
                    CheckCalls.argument(check, argument, out);
                }
            }
            List<Value> before = new ArrayList<>();
            for (int argument : pulledReferences()) {
                before.add(calls.snapshot(arguments.get(argument)));
            }
            if (rule.runsFunctions()) {
                memory = calls.memory(arguments);
            }
            Op.Call call = new Op.Call(forward.function().name(), arguments);
            List<Variable> given = out.call(call, forward.function().resultTypes());
            int values = rule.resultTypes().size();
            List<Value> results = List.copyOf(given.subList(0, values));
            for (Variable kept : given.subList(values, given.size())) {
                push(kept, out);
            }
            for (Value result : results) {
                if (result.type().isReference()) {
                    calls.register(result);
                }
                if (result.type().isReference() && rule.form() == ReverseRule.Form.BY_VALUE) {
                    push(calls.snapshot(result), out);
                } else if (!result.type().isFloating()) {
                    push(result, out);
                }
            }
            for (int argument : rule.writes()) {
                calls.register(arguments.get(argument));
            }
            for (Value argument : before) {
                push(argument, out);
            }
            if (rule.runsFunctions()) {
                calls.remember(memory, given.subList(values, given.size()));
                memoryPushed = pushed.size();
                push(memory, out);
            }
            if (rule.isChecked()) {
                for (Value result : results) {
                    CheckCalls.value(check, result, out);
                }
                for (Value kept : given.subList(values, given.size())) {
                    if (rule.form() == ReverseRule.Form.BY_VALUE && kept.type().isReference()) {
                        CheckCalls.captured(check, kept, out);
                    }
                }
                push(check, out);
            }
            out.end(new Terminator.Return(results));
            return out.build();
        }

        private void push(Value value, FunctionBuilder out) {
            Op.TapePush push = new Op.TapePush(stacks.getAsInt(), value);
            pushed.add(push);
            out.effect(push);
        }

        /** The arguments in memory whose cotangents the pullback returns. */
        private List<Integer> pulledReferences() {
            List<Integer> references = new ArrayList<>();
            List<Type> types = rule.parameterTypes();
            for (int i = 0; i < types.size(); i++) {
                if (rule.form() == ReverseRule.Form.BY_VALUE && types.get(i).isReference()) {
                    references.add(i);
                }
            }
            return references;
        }

        private Function reverse() {
            List<Type> adjointTypes = new ArrayList<>();
            for (int number : shape.numbers()) {
                adjointTypes.add(rule.parameterTypes().get(number));
            }
            FunctionBuilder out = new FunctionBuilder(shape.reverse(), adjointTypes);
            Type result = rule.result();
            List<Variable> parameters = new ArrayList<>();
            Variable bar = out.variable(result != null && result.isFloating() ? result : PrimitiveType.F64, "bar");
            if (result != null && result.isFloating()) {
                parameters.add(bar);
            }
            Variable table = out.variable(SHADOWS, "shadows");
            shadows = table;
            if (shape.takesShadows()) {
                parameters.add(table);
            }
            out.begin(out.label("entry"), parameters);
            List<Value> popped = new ArrayList<>();
            for (Op.TapePush push : pushed) {
                popped.add(out.add(new Op.TapePop(push.stack(), push.value().type())));
            }
            int kept = forward.kept().size();
            List<Value> further = popped.subList(kept, popped.size());
            RuleCalls calls = new RuleCalls(rule, table, out);
            List<Value> given = new ArrayList<>(popped.subList(0, kept));
            if (rule.isChecked()) {
                check = popped.getLast();
            }
            if (rule.runsFunctions()) {
                memory = popped.get(memoryPushed);
            }
            if (result == null) {
                adjoints(calls, given, new Constant.NullConstant(), out);
            } else if (result.isFloating()) {
                given.add(out.add(PrimitiveBox.of(result).boxed(bar)));
                pull(calls, given, further, out);
            } else {
                given.add(cotangent(calls, further.getFirst(), out));
                pull(calls, given, further.subList(1, further.size()), out);
            }
            return out.build();
        }

        /** A pullback in place finds the adjoints of what an object holds by itself. */
        private Value cotangent(RuleCalls calls, Value value, FunctionBuilder out) {
            if (!value.type().isReference()) {
                return out.add(PrimitiveBox.of(Objects.requireNonNull(rule.result())).boxed(value));
            }
            return rule.form() == ReverseRule.Form.BY_VALUE || RuleCalls.isArrayOfNumbers(value.type())
                    ? calls.taken(value)
                    : value;
        }

        private void pull(RuleCalls calls, List<Value> given, List<Value> references, FunctionBuilder out) {
            if (rule.form() != ReverseRule.Form.BY_VALUE) {
                adjoints(calls, given, isCotangent() ? given.getLast() : new Constant.NullConstant(), out);
                return;
            }
            Value bar = given.getLast();
            if (rule.isChecked()) {
                CheckCalls.before(check, bar, out);
            }
            Value cotangents = calls.pullback(forward, given);
            if (rule.isChecked()) {
                CheckCalls.after(check, out);
            }
            List<Integer> pulled = pulledReferences();
            for (int i = 0; i < pulled.size(); i++) {
                expectFinite(pulled.get(i), calls.add(references.get(i), cotangents, pulled.get(i)), out);
            }
            List<Value> results = new ArrayList<>();
            for (int number : shape.numbers()) {
                Value adjoint = calls.number(cotangents, number);
                expectFinite(number, adjoint, out);
                results.add(adjoint);
            }
            out.end(new Terminator.Return(results));
        }

        private void expectFinite(int argument, Value cotangent, FunctionBuilder out) {
            if (rule.isChecked()) {
                CheckCalls.cotangent(check, argument, cotangent, out);
            }
        }

        /** Whether a pullback in place is given the cotangent of the value, and not the value itself. */
        private boolean isCotangent() {
            Type result = rule.result();
            return result != null && (result.isFloating() || RuleCalls.isArrayOfNumbers(result));
        }

        /** Calls a pullback that adds to what is in memory. */
        private void adjoints(RuleCalls calls, List<Value> given, Value bar, FunctionBuilder out) {
            Value adjoints = rule.runsFunctions() ? calls.adjoints(memory) : calls.adjoints();
            given.add(adjoints);
            if (rule.isChecked()) {
                CheckCalls.before(check, bar, shadows, out);
            }
            calls.pullback(forward, given);
            if (rule.isChecked()) {
                CheckCalls.after(check, adjoints, shadows, out);
            }
            List<Value> results = new ArrayList<>();
            for (int number : shape.numbers()) {
                results.add(calls.ofArgument(adjoints, number));
            }
            out.end(new Terminator.Return(results));
        }
    }
}
