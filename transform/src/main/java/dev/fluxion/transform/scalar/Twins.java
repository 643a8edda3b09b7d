package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.simplify.DeadCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a derivative follow the making of objects whose fields nobody but their own constructor can write: records, and
 * classes that extend one of the JDK's, such as exceptions. The real constructor runs; then its code runs once more on
 * a twin, which dissolves at once, and the numbers of the twin are stored in the fields of the real object, where they
 * are already. As stores they say where the numbers come from; when code is emitted, those in final fields fall away.
 *
 * <pre>
 *     %r = new R.&lt;init&gt;(D)V (%x)      =&gt;     %r = new R.&lt;construct&gt;(D)V (%x)
 *                                                %y = ...             what the constructor does with %x
 *                                                putfield R.y (%r, %y)
 * </pre>
 *
 * <p>Only constructors that nobody sees running twice are treated so, see {@link Repeatable}; others stay.
 */
public final class Twins implements Pass {

    private static final String ARRAYS = "dev/fluxion/runtime/ArrayTwins";

    private final MethodSource methods;
    private final Construction construction;
    private final Pass inlining;

    /**
     * Makes the pass.
     *
     * @param methods what calls stand for and what classes are
     * @param inlining puts the code of methods in the place of calls
     */
    public Twins(MethodSource methods, Pass inlining) {
        this.methods = methods;
        this.construction = new Construction(methods);
        this.inlining = inlining;
    }

    @Override
    public String name() {
        return "twins";
    }

    @Override
    public Function apply(Function function) {
        Map<Variable, ClassFacts> candidates = candidates(function);
        while (!candidates.isEmpty()) {
            Draft draft = new Draft(function);
            Map<Variable, Variable> twins = new LinkedHashMap<>();
            for (Block block : function.blocks()) {
                draft.put(doubled(block, candidates, twins, draft));
            }
            Function trial = Cfg.withoutUnreachableBlocks(inlining.apply(draft.build()));
            trial = withoutOpaque(trial);
            Aliases aliases = Aliases.of(trial, construction::facts);
            Set<Variable> local = Escapes.local(trial, aliases);
            if (local.containsAll(twins.values())) {
                return new DeadCode().apply(Dissolving.apply(trial, aliases, local));
            }
            twins.forEach((made, twin) -> {
                if (!local.contains(twin)) {
                    candidates.remove(made);
                }
            });
        }
        return function;
    }

    private Map<Variable, ClassFacts> candidates(Function function) {
        Map<Variable, ClassFacts> found = new LinkedHashMap<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (!(statement.op() instanceof Op.New made) || !made.constructor().name().equals("<init>")) {
                    continue;
                }
                ClassFacts facts = methods.facts(made.constructor().owner());
                if (facts != null
                        && !facts.isAllocatable()
                        && hasNumbers(facts)
                        && Repeatable.is(made.constructor(), methods)) {
                    found.put(statement.result(), facts);
                }
            }
        }
        return found;
    }

    private static boolean hasNumbers(ClassFacts facts) {
        for (FieldRef field : facts.fields()) {
            if (isNumber(field.type()) || isNumberArray(field.type())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Type type) {
        return type.isFloating();
    }

    private static boolean isNumberArray(Type type) {
        return type instanceof ArrayType(Type element) && element.isFloating();
    }

    private static Block doubled(
            Block block, Map<Variable, ClassFacts> candidates, Map<Variable, Variable> twins, Draft draft) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            ClassFacts facts = statement.results().size() == 1 ? candidates.get(statement.result()) : null;
            if (facts == null || !(statement.op() instanceof Op.New made)) {
                statements.add(statement);
                continue;
            }
            Variable twin = draft.newVariable(statement.result());
            twins.put(statement.result(), twin);
            new Doubling(statement, twin, draft, statements).run(made, facts);
        }
        return block.withStatements(statements);
    }

    /** Writes the making of one object and its twin. */
    private record Doubling(Statement statement, Variable twin, Draft draft, List<Statement> into) {

        void run(Op.New made, ClassFacts facts) {
            MethodRef constructor = made.constructor();
            MethodRef real =
                    new MethodRef(constructor.owner(), ObjectMaking.CONSTRUCT, constructor.descriptor(), false);
            add(List.of(statement.result()), new Op.New(real, made.arguments()));
            MethodRef zeroed = new MethodRef(constructor.owner(), ObjectMaking.ALLOCATE, "()V", false);
            add(List.of(twin), new Op.New(zeroed, List.of()));
            List<Value> arguments = new ArrayList<>();
            arguments.add(twin);
            arguments.addAll(made.arguments());
            add(List.of(), new Op.Invoke(InvokeKind.SPECIAL, constructor, arguments));
            for (FieldRef field : facts.fields()) {
                if (isNumber(field.type())) {
                    add(List.of(), new Op.PutField(field, statement.result(), read(field, twin)));
                } else if (isNumberArray(field.type())) {
                    String descriptor = "(" + field.type().descriptor().repeat(2) + ")V";
                    add(
                            List.of(),
                            new Op.Invoke(
                                    InvokeKind.STATIC,
                                    new MethodRef(ARRAYS, "settle", descriptor, false),
                                    List.of(read(field, twin), read(field, statement.result()))));
                }
            }
        }

        private Variable read(FieldRef field, Variable object) {
            Variable value = draft.newVariable(field.type().computational(), field.name());
            add(List.of(value), new Op.GetField(field, object));
            return value;
        }

        private void add(List<Variable> results, Op op) {
            into.add(new Statement(results, op, statement.position()));
        }
    }

    /** The JDK's part of a twin is not made. */
    private Function withoutOpaque(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> kept = new ArrayList<>();
            for (Statement statement : block.statements()) {
                boolean isOpaque =
                        statement.op() instanceof Op.Invoke invoke
                                && invoke.method().name().equals("<init>")
                                && (Construction.isEmpty(invoke)
                                        || Repeatable.isOpaque(invoke)
                                                && !(methods.resolve(invoke.kind(), invoke.method())
                                                        instanceof Target.Body));
                if (!isOpaque) {
                    kept.add(statement);
                }
            }
            draft.put(block.withStatements(kept));
        }
        return draft.build();
    }
}
