package dev.fluxion.ir.text;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** Reads one function: first with stand-ins for its variables, then, when all types are known, with the real ones. */
final class FunctionParser {

    private static final List<String> TERMINATORS = List.of("br", "br_if", "switch", "ret", "throw", "unreachable");

    private final Scanner in;
    private final Scope scope = new Scope();
    private final OpParser ops;
    private final SymbolParser symbols;
    private final TypeInference types;

    FunctionParser(Scanner in) {
        this.in = in;
        this.ops = new OpParser(in, scope);
        this.symbols = new SymbolParser(in);
        this.types = new TypeInference(in, scope);
    }

    Function function() {
        in.expectWord("func");
        String name = ops.functionName();
        List<Variable> parameters = parameters();
        List<Type> results = in.accept("->") ? resultTypes() : List.of();
        in.expect("{");
        List<Block> blocks = new ArrayList<>();
        while (blocks.isEmpty() || !in.accept("}")) {
            blocks.add(block(blocks.isEmpty(), parameters));
        }
        scope.close(in);
        types.infer();
        return new Substitution(scope.numberedVariables(), scope.numberedLabels())
                .apply(new Function(name, results, blocks));
    }

    private List<Type> resultTypes() {
        List<Type> all = new ArrayList<>();
        if (!in.accept("(")) {
            all.add(symbols.type());
            return all;
        }
        do {
            all.add(symbols.type());
        } while (in.accept(","));
        in.expect(")");
        return all;
    }

    private List<Variable> parameters() {
        List<Variable> all = new ArrayList<>();
        in.expect("(");
        while (!in.accept(")")) {
            if (!all.isEmpty()) {
                in.expect(",");
            }
            Variable parameter = scope.define(in);
            in.expect(":");
            scope.setType(parameter, symbols.type());
            all.add(parameter);
        }
        return all;
    }

    private Block block(boolean isEntry, List<Variable> functionParameters) {
        Label label = scope.begin(in);
        List<Variable> parameters = isEntry ? functionParameters : in.peek() == '(' ? parameters() : List.of();
        List<Handler> handlers = new ArrayList<>();
        while (in.acceptWord("catch")) {
            ClassType type = symbols.classType();
            Label target = scope.label(in);
            handlers.add(new Handler(type, target, ops.optionalList()));
        }
        in.expect(":");
        List<Statement> statements = new ArrayList<>();
        while (true) {
            for (String word : TERMINATORS) {
                if (in.acceptWord(word)) {
                    Terminator terminator = terminator(word);
                    return new Block(label, parameters, statements, terminator, symbols.position(), handlers);
                }
            }
            statements.add(statement());
        }
    }

    private Statement statement() {
        int start = in.offset();
        List<Variable> results = new ArrayList<>();
        if (in.peek() == '%') {
            do {
                Variable result = scope.define(in);
                if (in.accept(":")) {
                    scope.setType(result, symbols.type());
                }
                results.add(result);
            } while (in.accept(","));
            in.expect("=");
        }
        Op op = ops.op();
        Position position = symbols.position();
        Statement statement = new Statement(results, op, position);
        types.add(start, statement);
        return statement;
    }

    private Terminator terminator(String word) {
        return switch (word) {
            case "br" -> new Terminator.Jump(edge());
            case "br_if" -> {
                Value condition = ops.value();
                in.expect(",");
                Successor then = edge();
                in.expect(",");
                yield new Terminator.Branch(condition, then, edge());
            }
            case "switch" -> choice(ops.value());
            case "ret" -> new Terminator.Return(returned());
            case "throw" -> new Terminator.Throw(ops.value());
            default -> new Terminator.Unreachable();
        };
    }

    private Terminator choice(Value selector) {
        List<Terminator.Case> cases = new ArrayList<>();
        in.expect("[");
        while (!in.accept("]")) {
            if (!cases.isEmpty()) {
                in.expect(",");
            }
            int key = in.integer();
            in.expect(":");
            cases.add(new Terminator.Case(key, edge()));
        }
        in.expectWord("else");
        return new Terminator.Switch(selector, cases, edge());
    }

    /** A block, the function's end or a position follows a return without values. */
    private List<Value> returned() {
        List<Value> values = new ArrayList<>();
        if (in.peek() == '^' || in.peek() == '}' || in.peek() == '!') {
            return values;
        }
        do {
            values.add(ops.value());
        } while (in.accept(","));
        return values;
    }

    private Successor edge() {
        Label target = scope.label(in);
        return new Successor(target, ops.optionalList());
    }
}
