package dev.fluxion.engine.derive;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.spi.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits a method to the interface through which users call it, as the JVM does for method references.
 *
 * <pre>
 *   float f(double x)            as a DoubleFn        value widened to double
 *   double f(double x, double y) as an array's        x = a[0], y = a[1]
 * </pre>
 */
public final class Adapter {

    private final MethodRef method;
    private final int captured;
    private final Shape shape;
    private final List<Type> declared = new ArrayList<>();

    private Adapter(MethodRef method, InvokeKind kind, int captured, Shape shape) {
        this.method = method;
        this.captured = captured;
        this.shape = shape;
        if (kind != InvokeKind.STATIC) {
            declared.add(new ClassType(method.owner()));
        }
        declared.addAll(method.parameterTypes());
    }

    /**
     * Returns a method's body as a primal of the given shape.
     *
     * @param body the function of the method
     * @param program what it calls by {@code call}
     * @param method the method
     * @param kind whether there is a receiver
     * @param captured how many of its first arguments are captured
     * @throws NotDifferentiableException if it does not fit the shape
     */
    public static Primal adapt(
            Function body, Program program, MethodRef method, InvokeKind kind, int captured, Shape shape) {
        Adapter adapter = new Adapter(method, kind, captured, shape);
        adapter.check();
        return adapter.primal(body, program);
    }

    /**
     * Returns a call of a method as a primal of the given shape: for methods that have a rule.
     *
     * @throws NotDifferentiableException if it does not fit the shape
     */
    public static Primal call(MethodRef method, InvokeKind kind, int captured, Shape shape) {
        Adapter adapter = new Adapter(method, kind, captured, shape);
        adapter.check();
        FunctionBuilder out = new FunctionBuilder(method.toString(), method.resultTypes());
        out.at(new Position(method.owner().replace('/', '.'), method.name(), "", 0, Optional.empty()));
        List<Variable> parameters = new ArrayList<>();
        for (Type type : adapter.declared) {
            parameters.add(out.variable(type.computational(), ""));
        }
        out.begin(out.label("entry"), parameters);
        Variable result = out.add(new Op.Invoke(kind, method, new ArrayList<>(parameters)));
        out.end(new Terminator.Return(List.of(result)));
        return adapter.primal(out.build(), new Program(java.util.Map.of()));
    }

    private Primal primal(Function body, Program program) {
        List<Type> arguments =
                shape == Shape.FLATTENED ? signature().parameters() : declared.subList(captured, declared.size());
        return new Primal(wrap(body), program, declared.subList(0, captured), arguments);
    }

    private void check() {
        List<Diagnostic> wrong = new ArrayList<>();
        if (method.name().equals("<init>") || !returnsWhatIsWanted()) {
            String returned =
                    method.name().equals("<init>")
                            ? method.owner().replace('/', '.')
                            : method.isVoid() ? "nothing" : display(method.returnType());
            wrong.add(
                    Diagnostic.of(
                            ErrorId.NON_SCALAR_RESULT,
                            "cannot differentiate " + method.display() + ", which returns " + returned,
                            gives() ? "there is nothing to take a tangent of" : "a gradient is that of one number",
                            gives() ? "a function that returns its result" : "a function that returns a double"));
        }
        List<Type> wanted = arguments();
        for (int i = captured; i < declared.size(); i++) {
            Type given = i - captured < wanted.size() ? wanted.get(i - captured) : PrimitiveType.F64;
            if (!declared.get(i).equals(given)) {
                wrong.add(
                        Diagnostic.of(
                                ErrorId.UNSUPPORTED_PARAMETER,
                                "cannot differentiate "
                                        + method.display()
                                        + " in a parameter of type "
                                        + display(declared.get(i)),
                                "it is called with a " + display(given) + ", which would have to be converted",
                                "a method that takes a " + display(given) + ", or a lambda that converts"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new NotDifferentiableException(wrong);
        }
    }

    /** Returns whether functions of the shape give anything at all, and not a number for a gradient. */
    private boolean gives() {
        return shape == Shape.VECTOR || givesAnything();
    }

    private boolean givesAnything() {
        return switch (shape) {
            case FUNCTION, FUNCTION2, FUNCTION3 -> true;
            case DERIVATIVE, DOUBLE, DOUBLE2, DOUBLE3, DOUBLE4, CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4 -> false;
            case DOUBLE_ARRAY, DOUBLE_ARRAY2, DOUBLE_ARRAY3, FLOAT_ARRAY, FLATTENED, VECTOR -> false;
        };
    }

    private boolean returnsWhatIsWanted() {
        if (!gives()) {
            return returnsNumber();
        }
        return !method.isVoid() && (givesAnything() || method.returnType().equals(Signature.of(shape).result()));
    }

    private boolean returnsNumber() {
        return !method.isVoid() && method.returnType() instanceof PrimitiveType type && type != PrimitiveType.BOOL;
    }

    private static String display(Type type) {
        return type.toString().replace('/', '.').replace("f64", "double").replace("f32", "float");
    }

    /** What the method is called with after the captured values. */
    private List<Type> arguments() {
        if (isOfObjects()) {
            return declared.subList(captured, declared.size());
        }
        if (shape != Shape.FLATTENED) {
            return Signature.of(shape).parameters();
        }
        List<Type> numbers = new ArrayList<>();
        for (int i = captured; i < declared.size(); i++) {
            numbers.add(PrimitiveType.F64);
        }
        return numbers;
    }

    /** Functions of objects take what they declare. */
    private boolean isOfObjects() {
        return switch (shape) {
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4, FUNCTION, FUNCTION2, FUNCTION3 -> true;
            case DERIVATIVE, DOUBLE, DOUBLE2, DOUBLE3, DOUBLE4 -> false;
            case DOUBLE_ARRAY, DOUBLE_ARRAY2, DOUBLE_ARRAY3, FLOAT_ARRAY, FLATTENED, VECTOR -> false;
        };
    }

    private Signature signature() {
        if (!isOfObjects()) {
            return Signature.of(shape);
        }
        List<Type> computational = new ArrayList<>();
        for (Type type : declared.subList(captured, declared.size())) {
            computational.add(type.computational());
        }
        return new Signature(computational, gives() ? method.returnType().computational() : PrimitiveType.F64);
    }

    private Function wrap(Function body) {
        Signature signature = signature();
        boolean fits = shape != Shape.FLATTENED && method.returnType().computational().equals(signature.result());
        if (fits) {
            return body;
        }
        FunctionBuilder out = FunctionBuilder.numberedAfter(body, body.name(), List.<Type>of(signature.result()));
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : body.parameters().subList(0, captured)) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        for (Type type : signature.parameters()) {
            parameters.add(out.variable(type, ""));
        }
        out.at(body.entry().position());
        out.begin(out.label("entry"), parameters);
        List<Value> arguments = new ArrayList<>(parameters);
        if (shape == Shape.FLATTENED) {
            Value array = arguments.removeLast();
            for (int i = captured; i < declared.size(); i++) {
                arguments.add(out.add(new Op.ArrayLoad(PrimitiveType.F64, array, Constant.of(i - captured))));
            }
        }
        out.jump(body.entry().label(), arguments.toArray(new Value[0]));
        for (Block block : body.blocks()) {
            out.append(widened(block, signature.result(), out));
        }
        return out.build();
    }

    private static Block widened(Block block, Type result, FunctionBuilder out) {
        if (!(block.terminator() instanceof Terminator.Return leave)
                || leave.values().getFirst().type().equals(result)) {
            return block;
        }
        Variable wide = out.variable(result, "");
        List<Statement> statements = new ArrayList<>(block.statements());
        Op convert = new Op.Convert((PrimitiveType) result, leave.values().getFirst());
        statements.add(new Statement(List.of(wide), convert, block.position()));
        return block.withStatements(statements).withTerminator(new Terminator.Return(List.of(wide)));
    }
}
