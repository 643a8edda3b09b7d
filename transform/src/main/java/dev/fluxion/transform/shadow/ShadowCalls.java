package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** Calls of {@link dev.fluxion.runtime.Shadows}, and small functions on what it finds, which are inlined later. */
public final class ShadowCalls {

    private static final String OWNER = "dev/fluxion/runtime/Shadows";

    /** The type of the table of shadows. */
    public static final ClassType TYPE = new ClassType(OWNER);

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final ArrayType FLOATS = new ArrayType(PrimitiveType.F32);

    private ShadowCalls() {}

    /** Returns the type of the shadow of an array or object. */
    public static ArrayType shadowType(Type owner) {
        return owner.equals(FLOATS) ? FLOATS : DOUBLES;
    }

    /** {@code Shadows.create()}, or {@code Shadows.create(lanes)} where there are several. */
    public static Op create(int lanes) {
        List<Value> arguments = lanes == 1 ? List.of() : List.of(Constant.of(lanes));
        String taken = lanes == 1 ? "" : "I";
        return new Op.Invoke(InvokeKind.STATIC, method("create", "(" + taken + ")" + TYPE.descriptor()), arguments);
    }

    /** Returns a function that makes the table of shadows itself, which it takes as its last parameter now. */
    public static Function withTable(Function function, int lanes) {
        List<Variable> parameters = new ArrayList<>(function.parameters());
        Variable table = parameters.removeLast();
        Block entry = function.entry();
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(List.of(table), create(lanes), entry.position()));
        statements.addAll(entry.statements());
        List<Block> blocks = new ArrayList<>(function.blocks());
        blocks.set(0, entry.withParameters(parameters).withStatements(statements));
        return function.withBlocks(blocks);
    }

    /** {@code shadows.ofStored(owner)}. */
    public static Op ofStored(Value shadows, Value owner) {
        return shadow("ofStored", shadows, owner);
    }

    /** {@code shadows.find(owner)}. */
    public static Op find(Value shadows, Value owner) {
        return shadow("find", shadows, owner);
    }

    private static Op shadow(String name, Value shadows, Value owner) {
        boolean isArray = owner.type().equals(DOUBLES) || owner.type().equals(FLOATS);
        String taken = isArray ? owner.type().descriptor() : ClassType.OBJECT.descriptor();
        String given = shadowType(owner.type()).descriptor();
        return call(shadows, method(name, "(" + taken + ")" + given), owner);
    }

    /** {@code shadows.ofStatic("com/acme/Foo.total")}. */
    public static Op ofStatic(Value shadows, String field) {
        return statics("ofStatic", shadows, field);
    }

    /** {@code shadows.findStatic("com/acme/Foo.total")}. */
    public static Op findStatic(Value shadows, String field) {
        return statics("findStatic", shadows, field);
    }

    private static Op statics(String name, Value shadows, String field) {
        MethodRef method = method(name, "(" + ClassType.STRING.descriptor() + ")" + DOUBLES.descriptor());
        return call(shadows, method, new Constant.StringConstant(field));
    }

    /** {@code shadows.put(array, shadow)}. */
    public static Op put(Value shadows, Value array, Value shadow) {
        String object = ClassType.OBJECT.descriptor();
        MethodRef method = method("put", "(" + object + object + ")V");
        return new Op.Invoke(InvokeKind.VIRTUAL, method, List.of(shadows, array, shadow));
    }

    /** Returns whether something is {@link #put}. */
    static boolean isPut(Op.Invoke invoke) {
        return invoke.method().owner().equals(OWNER) && invoke.method().name().equals("put");
    }

    /** {@code shadows.room(length)}. */
    static Op room(Value shadows, Value length) {
        return call(shadows, method("room", "(I)" + DOUBLES.descriptor()), length);
    }

    /** {@code shadows.local(shadow)}. */
    public static Op local(Value shadows, Value shadow) {
        return call(shadows, method("local", "(" + ClassType.OBJECT.descriptor() + ")V"), shadow);
    }

    private static Op call(Value shadows, MethodRef method, Value argument) {
        return new Op.Invoke(InvokeKind.VIRTUAL, method, List.of(shadows, argument));
    }

    private static MethodRef method(String name, String descriptor) {
        return new MethodRef(OWNER, name, descriptor, false);
    }

    /** {@code add(shadow, index, bar) { if (shadow != null) shadow[index] += bar; }}. */
    public static Function add(PrimitiveType element) {
        FunctionBuilder out = new FunctionBuilder("shadow$add$" + element, List.of());
        Variable shadow = out.variable(new ArrayType(element), "shadow");
        Variable index = out.variable(PrimitiveType.I32, "index");
        Variable bar = out.variable(element, "bar");
        Label done = beginIfPresent(out, List.of(shadow, index, bar));
        Value old = out.add(new Op.ArrayLoad(element, shadow, index));
        Value sum = out.add(new Op.Binary(BinaryKind.ADD, old, bar));
        out.effect(new Op.ArrayStore(element, shadow, index, sum));
        return end(out, done);
    }

    /** {@code clear(shadow, index) { if (shadow != null) shadow[index] = 0; }}. */
    public static Function clear(PrimitiveType element) {
        FunctionBuilder out = new FunctionBuilder("shadow$clear$" + element, List.of());
        Variable shadow = out.variable(new ArrayType(element), "shadow");
        Variable index = out.variable(PrimitiveType.I32, "index");
        Label done = beginIfPresent(out, List.of(shadow, index));
        out.effect(new Op.ArrayStore(element, shadow, index, Constant.zero(element)));
        return end(out, done);
    }

    /** {@code pour(from, to) { for (int i = 0; i < from.length; i++) to[i] += from[i]; }}. */
    public static Function pour(PrimitiveType element) {
        FunctionBuilder out = new FunctionBuilder("shadow$pour$" + element, List.of());
        Variable from = out.variable(new ArrayType(element), "from");
        Variable to = out.variable(new ArrayType(element), "to");
        Variable index = out.variable(PrimitiveType.I32, "i");
        Label loop = out.label("loop");
        Label body = out.label("body");
        Label done = out.label("done");
        out.begin(out.label("entry"), List.of(from, to));
        Value length = out.add(new Op.ArrayLength(from));
        out.jump(loop, Constant.of(0));
        out.begin(loop, List.of(index));
        Value isMore = out.add(new Op.Compare(CompareKind.LT, index, length));
        out.end(new Terminator.Branch(isMore, new Successor(body, List.of()), new Successor(done, List.of())));
        out.begin(body, List.of());
        Value old = out.add(new Op.ArrayLoad(element, to, index));
        Value more = out.add(new Op.ArrayLoad(element, from, index));
        Value sum = out.add(new Op.Binary(BinaryKind.ADD, old, more));
        out.effect(new Op.ArrayStore(element, to, index, sum));
        out.jump(loop, out.add(new Op.Binary(BinaryKind.ADD, index, Constant.of(1))));
        out.begin(done, List.of());
        out.end(new Terminator.Return(List.of()));
        return out.build();
    }

    private static Label beginIfPresent(FunctionBuilder out, List<Variable> parameters) {
        Label present = out.label("present");
        Label done = out.label("done");
        out.begin(out.label("entry"), parameters);
        Value isPresent = out.add(new Op.Compare(CompareKind.NE, parameters.getFirst(), new Constant.NullConstant()));
        out.end(new Terminator.Branch(isPresent, new Successor(present, List.of()), new Successor(done, List.of())));
        out.begin(present, List.of());
        return done;
    }

    private static Function end(FunctionBuilder out, Label done) {
        out.jump(done);
        out.begin(done, List.of());
        out.end(new Terminator.Return(List.of()));
        return out.build();
    }
}
