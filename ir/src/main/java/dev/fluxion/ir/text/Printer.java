package dev.fluxion.ir.text;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.ResultTypes;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;

import java.util.List;

/**
 * Prints functions and programs so that {@link Parser} reads them back.
 *
 * <pre>
 *   func @pow(%x: f64, %n: i32) -&gt; f64 {
 *   ^entry:
 *       br ^loop(1.0, 0)
 *   ^loop(%r: f64, %i: i32):
 *       %0 = lt %i, %n
 *       br_if %0, ^body, ^exit
 *   ^body:
 *       %r.1 = mul %r, %x
 *       %i.1 = add %i, 1
 *       br ^loop(%r.1, %i.1)
 *   ^exit:
 *       ret %r
 *   }
 * </pre>
 *
 * <p>The text is canonical: it does not depend on the numbers of variables and labels, only on their order and names. A
 * result's type is shown only where it does not follow from the operation.
 */
public final class Printer {

    private final Function function;
    private final Names names;
    private final OpPrinter ops;
    private final boolean withPositions;
    private final StringBuilder out = new StringBuilder();

    private Printer(Function function, boolean withPositions) {
        this.function = function;
        this.names = new Names(function);
        this.ops = new OpPrinter(names);
        this.withPositions = withPositions;
    }

    /** Returns a printer of parts of one function, by the names that they have in its full text. */
    public static Printer of(Function function) {
        return new Printer(function, false);
    }

    /** Returns the text of a function, without positions. */
    public static String print(Function function) {
        return new Printer(function, false).all();
    }

    /** Returns the text of a function, each statement followed by its position in the source. */
    public static String printWithPositions(Function function) {
        return new Printer(function, true).all();
    }

    /** Returns the texts of a program's functions, without positions. */
    public static String print(Program program) {
        StringBuilder text = new StringBuilder();
        for (Function function : program.functions().values()) {
            text.append(text.isEmpty() ? "" : "\n").append(print(function));
        }
        return text.toString();
    }

    /** Returns the text of one statement of the function, without its position. */
    public String text(Statement statement) {
        StringBuilder line = new StringBuilder();
        List<Type> expected = statement.op() instanceof Op.Call ? List.of() : ResultTypes.of(statement.op());
        List<Variable> results = statement.results();
        for (int i = 0; i < results.size(); i++) {
            Variable result = results.get(i);
            line.append(i > 0 ? ", " : "").append(names.text(result));
            if (i >= expected.size() || !expected.get(i).equals(result.type())) {
                line.append(": ").append(SymbolPrinter.type(result.type()));
            }
        }
        return line.append(results.isEmpty() ? "" : " = ").append(ops.text(statement.op())).toString();
    }

    /** Returns the text of a terminator of the function. */
    public String text(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump(var target) -> "br " + text(target);
            case Terminator.Branch(var condition, var then, var otherwise) ->
                    "br_if " + ops.text(condition) + ", " + text(then) + ", " + text(otherwise);
            case Terminator.Switch(var selector, var cases, var otherwise) -> {
                StringBuilder line = new StringBuilder("switch ").append(ops.text(selector)).append(" [");
                for (int i = 0; i < cases.size(); i++) {
                    line.append(i > 0 ? ", " : "").append(cases.get(i).key()).append(": ");
                    line.append(text(cases.get(i).target()));
                }
                yield line.append("] else ").append(text(otherwise)).toString();
            }
            case Terminator.Return(var values) -> values.isEmpty() ? "ret" : "ret " + ops.commas(values);
            case Terminator.Throw(var exception) -> "throw " + ops.text(exception);
            case Terminator.Unreachable() -> "unreachable";
        };
    }

    /** Returns the text of a handler of a block of the function. */
    public String text(Handler handler) {
        return "catch " + SymbolPrinter.type(handler.type()) + " " + edge(handler.target(), handler.arguments());
    }

    /** Returns the text of a value in the function. */
    public String text(Value value) {
        return ops.text(value);
    }

    /** Returns the text of a label of the function. */
    public String text(Label label) {
        return names.text(label);
    }

    private String text(Successor successor) {
        return edge(successor.target(), successor.arguments());
    }

    private String edge(Label target, List<Value> arguments) {
        return names.text(target) + (arguments.isEmpty() ? "" : ops.list(arguments));
    }

    private String all() {
        out.append("func ").append(OpPrinter.function(function.name()));
        parameters(function.parameters(), true);
        List<Type> results = function.resultTypes();
        if (!results.isEmpty()) {
            out.append(" -> ").append(results.size() > 1 ? "(" : "");
            for (int i = 0; i < results.size(); i++) {
                out.append(i > 0 ? ", " : "").append(SymbolPrinter.type(results.get(i)));
            }
            out.append(results.size() > 1 ? ")" : "");
        }
        out.append(" {\n");
        List<Block> blocks = function.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), i == 0);
        }
        return out.append("}\n").toString();
    }

    private void block(Block block, boolean isEntry) {
        out.append(names.text(block.label()));
        if (!isEntry) {
            parameters(block.parameters(), false);
        }
        for (Handler handler : block.handlers()) {
            out.append(' ').append(text(handler));
        }
        out.append(":\n");
        for (Statement statement : block.statements()) {
            line(text(statement), statement.position());
        }
        line(text(block.terminator()), block.position());
    }

    private void line(String text, Position position) {
        out.append("    ").append(text);
        if (withPositions && position.isKnown()) {
            out.append("  !");
            position(position);
        }
        out.append('\n');
    }

    private void position(Position position) {
        String name = position.className();
        out.append(Text.isIdentifier(name.replace('.', '_')) ? name : Text.quoted(name));
        out.append('.').append(SymbolPrinter.symbol(position.method())).append('(');
        if (!position.file().isEmpty()) {
            out.append(
                    Text.isIdentifier(position.file().replace('.', '_'))
                            ? position.file()
                            : Text.quoted(position.file()));
        }
        out.append(':').append(position.line()).append(')');
        if (position.inlinedAt().isPresent()) {
            out.append(" <- ");
            position(position.inlinedAt().get());
        }
    }

    private void parameters(List<Variable> parameters, boolean always) {
        if (parameters.isEmpty() && !always) {
            return;
        }
        out.append('(');
        for (int i = 0; i < parameters.size(); i++) {
            out.append(i > 0 ? ", " : "").append(names.text(parameters.get(i)));
            out.append(": ").append(SymbolPrinter.type(parameters.get(i).type()));
        }
        out.append(')');
    }
}
