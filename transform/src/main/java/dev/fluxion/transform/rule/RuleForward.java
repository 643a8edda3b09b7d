package dev.fluxion.transform.rule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.ReverseRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The forward half of a rule: its method, with what the pullback needs as further results instead of an object.
 *
 * <pre>
 *     static ValueAndPullback f(x) { ...; return ValueAndPullback.of(y, bar -&gt; ... a ... b ...); }
 *   =&gt;
 *     func @f$forward(%x) -&gt; y, a, b
 * </pre>
 *
 * <p>Where the pullback is not a lambda that is written in the method, or one of several, the object itself is what it
 * needs.
 *
 * @param function gives the value, if there is one, and then what is kept
 * @param kept the types of what is kept
 * @param lambda the lambda's code, which takes what is kept first; null if what is kept is the pullback itself
 */
record RuleForward(Function function, List<Type> kept, @Nullable MethodRef lambda) {

    private static final int STATIC_TAG = 6;

    /** Takes a rule's method apart. */
    static RuleForward of(ReverseRule rule) {
        return new Work(rule).run();
    }

    private static final class Work {
        private final ReverseRule rule;
        private final Draft draft;
        private final Definitions definitions;
        private final List<Block> returning = new ArrayList<>();

        Work(ReverseRule rule) {
            this.rule = rule;
            this.draft = new Draft(rule.body());
            this.definitions = Definitions.of(rule.body());
            for (Block block : rule.body().blocks()) {
                if (block.terminator() instanceof Terminator.Return) {
                    returning.add(block);
                }
            }
        }

        RuleForward run() {
            Op.MakeClosure lambda = onlyLambda();
            List<Type> kept = new ArrayList<>();
            if (lambda == null) {
                kept.add(new ClassType(rule.form().pullback()));
            } else {
                lambda.captured().forEach(value -> kept.add(value.type()));
            }
            for (Block block : returning) {
                Value given = ((Terminator.Return) block.terminator()).values().getFirst();
                List<Statement> statements = new ArrayList<>(block.statements());
                List<Value> results = new ArrayList<>();
                if (!isPutTogether(given)) {
                    statements.add(required(given, block));
                }
                if (rule.result() != null) {
                    results.add(converted(value(given, block, statements), rule.result(), block, statements));
                }
                if (lambda == null) {
                    results.add(pullback(given, block, statements));
                } else {
                    for (Value captured : closure(given).captured()) {
                        results.add(isShared(captured, given) ? copied(captured, block, statements) : captured);
                    }
                }
                draft.put(block.withStatements(statements).withTerminator(new Terminator.Return(results)));
            }
            List<Type> types = new ArrayList<>(rule.resultTypes());
            types.addAll(kept);
            Function built = draft.build();
            Function function = new Function(rule.forward(), types, built.blocks());
            return new RuleForward(
                    lambda == null ? function : Unused.without(function),
                    List.copyOf(kept),
                    lambda == null ? null : lambda.implementation().method());
        }

        /** Returns the lambda that every way through the method returns as its pullback, or null. */
        private Op.@Nullable MakeClosure onlyLambda() {
            Op.MakeClosure only = null;
            for (Block block : returning) {
                Value given = ((Terminator.Return) block.terminator()).values().getFirst();
                Op.MakeClosure closure = isPutTogether(given) ? closure(given) : null;
                if (closure == null
                        || closure.implementation().tag() != STATIC_TAG
                        || only != null && !only.implementation().equals(closure.implementation())) {
                    return null;
                }
                only = closure;
            }
            return only;
        }

        /** Returns whether value and pullback are known one by one. */
        private boolean isPutTogether(Value given) {
            if (rule.form() == ReverseRule.Form.VOID) {
                return op(given) instanceof Op.MakeClosure;
            }
            List<Value> parts = parts(given);
            return parts != null && op(parts.get(1)) instanceof Op.MakeClosure;
        }

        /** A rule that returns nothing is named; a call on null would not. */
        private Statement required(Value given, Block block) {
            String descriptor = "(" + ClassType.OBJECT.descriptor() + ClassType.STRING.descriptor() + ")V";
            MethodRef check = new MethodRef("dev/fluxion/runtime/rule/PulledBack", "required", descriptor, false);
            List<Value> arguments = List.of(given, new Constant.StringConstant(rule.display()));
            return new Statement(List.of(), new Op.Invoke(InvokeKind.STATIC, check, arguments), block.position());
        }

        private Op.MakeClosure closure(Value given) {
            Value pullback = rule.form() == ReverseRule.Form.VOID ? given : Objects.requireNonNull(parts(given)).get(1);
            return (Op.MakeClosure) Objects.requireNonNull(op(pullback));
        }

        private @Nullable Op op(Value value) {
            return value instanceof Variable variable ? definitions.op(variable) : null;
        }

        /** Returns value and pullback as they are put together in the method, or null if that is not seen. */
        private @Nullable List<Value> parts(Value given) {
            return switch (op(given)) {
                case Op.Invoke call
                        when call.method().owner().equals(rule.form().given()) && call.kind() == InvokeKind.STATIC ->
                        call.arguments();
                case Op.New made when made.constructor().owner().equals(rule.form().given()) -> made.arguments();
                case null, default -> null;
            };
        }

        private Value value(Value given, Block block, List<Statement> statements) {
            List<Value> parts = parts(given);
            if (parts != null) {
                return parts.getFirst();
            }
            MethodRef accessor = new MethodRef(rule.form().given(), "value", "()Ljava/lang/Object;", false);
            return emit(
                    new Op.Invoke(InvokeKind.VIRTUAL, accessor, List.of(given)), ClassType.OBJECT, block, statements);
        }

        private Value pullback(Value given, Block block, List<Statement> statements) {
            if (rule.form() == ReverseRule.Form.VOID) {
                return given;
            }
            ClassType type = new ClassType(rule.form().pullback());
            MethodRef accessor = new MethodRef(rule.form().given(), "pullback", "()" + type.descriptor(), false);
            return emit(new Op.Invoke(InvokeKind.VIRTUAL, accessor, List.of(given)), type, block, statements);
        }

        /**
         * Returns whether the program may overwrite a captured array before the pullback reads it: an argument, or the
         * value. A pullback that works in place may want the very array.
         */
        private boolean isShared(Value captured, Value given) {
            List<Value> parts = parts(given);
            boolean isGiven = parts != null && parts.getFirst().equals(captured);
            boolean isArgument = captured instanceof Variable argument && draft.entry().parameters().contains(argument);
            return rule.form() == ReverseRule.Form.BY_VALUE
                    && RuleCalls.isArrayOfNumbers(captured.type())
                    && (isGiven || isArgument);
        }

        private Value copied(Value array, Block block, List<Statement> statements) {
            MethodRef clone = new MethodRef(array.type().descriptor(), "clone", "()Ljava/lang/Object;", false);
            Op copy = new Op.Invoke(InvokeKind.VIRTUAL, clone, List.of(array));
            Value object = emit(copy, ClassType.OBJECT, block, statements);
            return emit(new Op.CheckCast((ReferenceType) array.type(), object), array.type(), block, statements);
        }

        /** Takes the value out of its box, or says which type it has. */
        private Value converted(Value value, Type wanted, Block block, List<Statement> statements) {
            if (wanted instanceof ReferenceType type) {
                return value.type().equals(type) ? value : emit(new Op.CheckCast(type, value), type, block, statements);
            }
            PrimitiveBox box = PrimitiveBox.of(wanted);
            if (op(value) instanceof Op.Invoke boxing && box.isBoxing(boxing.method())) {
                return boxing.arguments().getFirst();
            }
            Value boxed = emit(new Op.CheckCast(box.type(), value), box.type(), block, statements);
            return emit(box.unboxed(boxed), wanted.computational(), block, statements);
        }

        private Variable emit(Op op, Type type, Block block, List<Statement> statements) {
            Variable result = draft.newVariable(type, "");
            statements.add(new Statement(List.of(result), op, block.position()));
            return result;
        }
    }
}
