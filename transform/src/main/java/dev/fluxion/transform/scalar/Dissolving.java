package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Substitution;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the values of their fields stand for objects that nobody else sees.
 *
 * <pre>
 *     ^a:      %v = new Vec.&lt;allocate&gt;()V ()                 ^a:      jump ^h(%x)
 *              putfield Vec.x (%v, %x)
 *              jump ^h(%v)                           =&gt;
 *     ^h(%p):  %y = getfield Vec.x (%p)                       ^h(%px): ...
 *              ... %y ...                                              ... %px ...
 * </pre>
 *
 * <p>Each field of each name is a slot of {@link SsaBuilder}. A block parameter that was an object becomes one for each
 * field, so that what edges pass stays a parallel copy. A protected block ends where a field is written, since a
 * handler gets what was there when the block was entered.
 */
final class Dissolving {

    private final Function function;
    private final Aliases aliases;
    private final Set<Variable> local;
    private final FunctionBuilder out;
    private final SsaBuilder ssa;
    private final Substitution values = Substitution.chained();
    private final Map<Label, Block> blocks;
    private boolean isWritten;

    private Dissolving(Function function, Aliases aliases, Set<Variable> local) {
        this.function = function;
        this.aliases = aliases;
        this.local = local;
        this.blocks = function.blocksByLabel();
        this.out = FunctionBuilder.numberedAfter(function, function.name(), function.resultTypes());
        this.ssa = new SsaBuilder(out);
    }

    private record Slot(Variable name, FieldRef field) {}

    /**
     * Dissolves objects.
     *
     * @param local the names of those to dissolve, as {@link Escapes} finds them
     */
    static Function apply(Function function, Aliases aliases, Set<Variable> local) {
        return new Dissolving(function, aliases, local).run();
    }

    private Function run() {
        for (Block block : Cfg.of(function).blocks()) {
            begin(block);
            for (Statement statement : block.statements()) {
                if (isWritten && statement.op() instanceof MayThrow) {
                    split(block);
                }
                translate(statement);
            }
            if (isWritten && block.terminator() instanceof Terminator.Throw) {
                split(block);
            }
            out.at(block.position());
            out.end(end(block.terminator()));
        }
        return ssa.build();
    }

    private void begin(Block block) {
        List<Variable> parameters = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        List<Variable> fields = new ArrayList<>();
        for (Variable parameter : block.parameters()) {
            Aliases.Named object = local(parameter);
            if (object == null) {
                parameters.add(parameter);
                continue;
            }
            for (FieldRef field : object.type().fields()) {
                Variable value = out.variable(field.type().computational(), name(parameter, field));
                parameters.add(value);
                fields.add(value);
                slots.add(new Slot(parameter, field));
            }
        }
        out.begin(block.label(), parameters);
        for (int i = 0; i < slots.size(); i++) {
            ssa.write(slots.get(i), fields.get(i));
        }
        protect(block);
    }

    private static String name(Variable object, FieldRef field) {
        return object.name().isEmpty() ? field.name() : object.name() + "_" + field.name();
    }

    /** Opens the rest of a protected block, so that handlers see what was written. */
    private void split(Block block) {
        Label rest = out.label("");
        out.at(block.position());
        out.end(new Terminator.Jump(new Successor(rest, List.of())));
        out.begin(rest, List.of());
        protect(block);
    }

    /** At the start of a block, where slots have the values that handlers get. */
    private void protect(Block block) {
        List<Handler> handlers = new ArrayList<>();
        for (Handler handler : block.handlers()) {
            handlers.add(
                    new Handler(handler.type(), handler.target(), passed(handler.arguments(), handler.target(), 1)));
        }
        out.protect(handlers);
        isWritten = false;
        isProtected = !handlers.isEmpty();
    }

    private boolean isProtected;

    /** Returns the arguments with the fields in the place of dissolved objects. */
    private List<Value> passed(List<Value> arguments, Label target, int skipped) {
        List<Value> all = new ArrayList<>();
        Block to = blocks.get(target);
        for (int i = 0; i < arguments.size(); i++) {
            Value argument = arguments.get(i);
            Aliases.Named given = local(argument);
            boolean isObject = to != null && local(to.parameters().get(i + skipped)) != null;
            if (given == null || !isObject) {
                all.add(values.apply(argument));
                continue;
            }
            for (FieldRef field : given.type().fields()) {
                all.add(read(given.name(), field));
            }
        }
        return all;
    }

    private Aliases.@Nullable Named local(Value value) {
        Aliases.Named named = aliases.of(value);
        return named != null && local.contains(named.name()) ? named : null;
    }

    private Value read(Variable name, FieldRef field) {
        return ssa.read(new Slot(name, field), field.type().computational());
    }

    private void write(Variable name, FieldRef field, Value value) {
        ssa.write(new Slot(name, field), value);
        isWritten = isProtected;
    }

    private void translate(Statement statement) {
        Op op = statement.op();
        Value first = op.operands().isEmpty() ? null : op.operands().getFirst();
        Aliases.Named object = first == null ? null : local(first);
        if (ObjectMaking.isAllocation(op) && local.contains(statement.result())) {
            Aliases.Named made = local(statement.result());
            if (made != null) {
                for (FieldRef field : made.type().fields()) {
                    write(made.name(), field, Constant.zero(field.type().computational()));
                }
            }
            return;
        }
        if (op instanceof Op.Compare compare && (object != null || local(compare.y()) != null)) {
            Boolean isSame = Escapes.isSame(compare, aliases);
            if (isSame != null) {
                boolean wanted = compare.kind() == dev.fluxion.ir.op.CompareKind.EQ;
                values.put(statement.result(), Constant.of(isSame == wanted));
                return;
            }
        }
        if (object == null || !dissolve(statement, object)) {
            out.append(values.apply(statement));
        }
    }

    /** Replaces an operation on an object that is dissolved. */
    private boolean dissolve(Statement statement, Aliases.Named object) {
        Op op = statement.op();
        if (op instanceof Op.GetField get) {
            values.put(statement.result(), read(object.name(), declared(object, get.field())));
        } else if (op instanceof Op.PutField put) {
            Value stored = stored(values.apply(put.value()), put.field().type(), statement.position());
            write(object.name(), declared(object, put.field()), stored);
        } else if (op instanceof Op.InstanceOf test) {
            values.put(statement.result(), Constant.of(object.type().isA(test.type())));
        } else {
            return op instanceof Op.Monitor || op instanceof Op.CheckCast || Aliases.isNullCheck(op);
        }
        return true;
    }

    private static FieldRef declared(Aliases.Named object, FieldRef named) {
        FieldRef field = object.type().field(named);
        if (field == null) {
            throw new IllegalArgumentException("no field " + named + " in " + object.type().name());
        }
        return field;
    }

    /** A narrow field keeps only the bits that it has room for. */
    private Value stored(Value value, Type type, Position position) {
        if (!(type instanceof PrimitiveType primitive) || !primitive.isNarrow() || value instanceof Constant) {
            return value;
        }
        Op narrow =
                primitive == PrimitiveType.BOOL
                        ? new Op.Binary(BinaryKind.AND, value, Constant.of(1))
                        : new Op.Convert(primitive, value);
        Variable kept = out.variable(PrimitiveType.I32, "");
        out.append(new Statement(List.of(kept), narrow, position));
        return kept;
    }

    private Terminator end(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump(Successor target) -> new Terminator.Jump(edge(target));
            case Terminator.Branch(Value condition, Successor then, Successor otherwise) ->
                    new Terminator.Branch(values.apply(condition), edge(then), edge(otherwise));
            case Terminator.Switch(Value selector, List<Terminator.Case> cases, Successor otherwise) -> {
                List<Terminator.Case> arms = new ArrayList<>();
                for (Terminator.Case arm : cases) {
                    arms.add(new Terminator.Case(arm.key(), edge(arm.target())));
                }
                yield new Terminator.Switch(values.apply(selector), arms, edge(otherwise));
            }
            case Terminator.Return _, Terminator.Throw _, Terminator.Unreachable _ -> values.apply(terminator);
        };
    }

    private Successor edge(Successor edge) {
        return new Successor(edge.target(), passed(edge.arguments(), edge.target(), 0));
    }
}
