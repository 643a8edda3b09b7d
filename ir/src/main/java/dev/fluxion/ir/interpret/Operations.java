package dev.fluxion.ir.interpret;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What each operation does: returns its results. */
final class Operations {

    private final Interpreter interpreter;
    private final Linkage linkage;
    private final TapeMemory tape;
    private final ConstantValues constants;
    private final Map<Object, MethodHandle> linked = new HashMap<>();
    private final IdentityHashMap<Op, MethodHandle> sites = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> monitors = new IdentityHashMap<>();

    Operations(Interpreter interpreter, Linkage linkage, TapeMemory tape) {
        this.interpreter = interpreter;
        this.linkage = linkage;
        this.tape = tape;
        this.constants = new ConstantValues(linkage);
    }

    ConstantValues constants() {
        return constants;
    }

    Class<?> type(Type type) {
        return linkage.type(type);
    }

    List<? extends @Nullable Object> run(Op op, Frame frame) throws Throwable {
        return switch (op) {
            case Op.Negate(var x) -> one(Arithmetic.negate(frame.value(x)));
            case Op.Binary(var kind, var x, var y) -> one(Arithmetic.binary(kind, frame.value(x), frame.value(y)));
            case Op.IntegerDivide(var kind, var x, var y) ->
                    one(Arithmetic.divide(kind, frame.value(x), frame.value(y)));
            case Op.Compare(var kind, var x, var y) -> one(compare(kind, x, y, frame) ? 1 : 0);
            case Op.ThreeWay(int ifNan, var x, var y) ->
                    one(Arithmetic.threeWay(ifNan, frame.value(x), frame.value(y)));
            case Op.Convert(var to, var x) -> one(Arithmetic.convert(to, frame.value(x)));
            case Op.Select(var condition, var x, var y) -> {
                Object first = frame.value(x);
                Object second = frame.value(y);
                yield one(frame.integer(condition) != 0 ? first : second);
            }
            case Op.ArrayLoad(var element, var array, var index) ->
                    one(ArrayAccess.load(element, frame.value(array), frame.integer(index)));
            case Op.ArrayStore(var element, var array, var index, var value) -> {
                ArrayAccess.store(element, frame.value(array), frame.integer(index), frame.value(value));
                yield List.of();
            }
            case Op.ArrayLength(var array) -> one(ArrayAccess.length(frame.value(array)));
            case Op.NewArray(var type, var lengths) -> {
                int[] sizes = new int[lengths.size()];
                for (int i = 0; i < sizes.length; i++) {
                    sizes[i] = frame.integer(lengths.get(i));
                }
                yield one(ArrayAccess.create(linkage.type(type), sizes));
            }
            case Op.GetField(var field, var object) -> {
                Object receiver = ArrayAccess.present(frame.value(object));
                yield one(read(field, false, Arrays.asList(receiver)));
            }
            case Op.GetStatic(var field) -> one(read(field, true, List.of()));
            case Op.PutField(var field, var object, var value) -> {
                Object receiver = ArrayAccess.present(frame.value(object));
                Object stored = JavaValues.toJava(frame.value(value), field.type());
                yield write(field, false, Arrays.asList(receiver, stored));
            }
            case Op.PutStatic(var field, var value) ->
                    write(field, true, Arrays.asList(JavaValues.toJava(frame.value(value), field.type())));
            case Op.New(var constructor, var arguments) -> {
                MethodHandle handle = linked.computeIfAbsent(constructor, key -> linkage.constructor(constructor));
                yield one(invoke(handle, java(constructor, false, frame.values(arguments))));
            }
            case Op.InstanceOf(var type, var object) -> one(linkage.type(type).isInstance(frame.value(object)) ? 1 : 0);
            case Op.CheckCast(var type, var object) -> one(linkage.type(type).cast(frame.value(object)));
            case Op.Monitor(boolean enter, var object) -> monitor(enter, ArrayAccess.present(frame.value(object)));
            case Op.Invoke invoke -> invoke(invoke, frame);
            case Op.InvokeDynamic dynamic -> site(dynamic, dynamic.site(), frame.values(dynamic.arguments()));
            case Op.MakeClosure closure -> site(closure, closure.site(), frame.values(closure.captured()));
            case Op.Call(String function, var arguments) -> interpreter.run(function, frame.values(arguments));
            case Op.TapePush(int stack, var value) -> {
                tape.push(stack, value.type(), frame.value(value));
                yield List.of();
            }
            case Op.TapePop(int stack, Type type) -> one(tape.pop(stack, type));
            case Op.TapeReserve(int stack, Type type, var count) ->
                    one(tape.reserve(stack, type, frame.integer(count)));
            case Op.TapeRelease(int stack, Type type, var count) ->
                    one(tape.release(stack, type, frame.integer(count)));
            case Op.TapeTop(int stack, Type type) -> one(tape.top(stack));
        };
    }

    private static List<? extends @Nullable Object> one(@Nullable Object result) {
        return Arrays.asList(result);
    }

    private static boolean compare(CompareKind kind, Value x, Value y, Frame frame) throws Throwable {
        Object first = frame.value(x);
        Object second = frame.value(y);
        return x.type().isReference()
                ? isSame(first, second) == (kind == CompareKind.EQ)
                : Arithmetic.compare(kind, first, second);
    }

    @SuppressWarnings("ReferenceEquality") // which is what eq and ne of references mean
    private static boolean isSame(@Nullable Object x, @Nullable Object y) {
        return x == y;
    }

    private @Nullable Object read(FieldRef field, boolean isStatic, List<@Nullable Object> receiver) throws Throwable {
        MethodHandle handle =
                linked.computeIfAbsent(List.of("get", isStatic, field), key -> linkage.getter(field, isStatic));
        return JavaValues.fromJava(invoke(handle, receiver), field.type());
    }

    private List<@Nullable Object> write(FieldRef field, boolean isStatic, List<@Nullable Object> values)
            throws Throwable {
        MethodHandle handle =
                linked.computeIfAbsent(List.of("put", isStatic, field), key -> linkage.setter(field, isStatic));
        invoke(handle, values);
        return List.of();
    }

    private List<? extends @Nullable Object> invoke(Op.Invoke invoke, Frame frame) throws Throwable {
        MethodRef method = invoke.method();
        boolean hasReceiver = invoke.kind() != InvokeKind.STATIC;
        List<@Nullable Object> arguments = java(method, hasReceiver, frame.values(invoke.arguments()));
        MethodHandle handle =
                linked.computeIfAbsent(List.of(invoke.kind(), method), key -> linkage.method(invoke.kind(), method));
        if (hasReceiver) {
            ArrayAccess.present(arguments.getFirst());
        }
        return returned(method, invoke(handle, arguments));
    }

    private List<? extends @Nullable Object> site(Op op, Bootstrap site, List<@Nullable Object> arguments)
            throws Throwable {
        MethodHandle handle = sites.get(op);
        if (handle == null) {
            handle = linkage.site(site);
            sites.put(op, handle);
        }
        MethodRef shape = new MethodRef("", site.name(), site.descriptor(), false);
        return returned(shape, invoke(handle, java(shape, false, arguments)));
    }

    private static List<? extends @Nullable Object> returned(MethodRef method, @Nullable Object result) {
        return method.isVoid() ? List.of() : one(JavaValues.fromJava(result, method.returnType()));
    }

    /** Returns the arguments with integers in the boxes that the method declares. */
    private static List<@Nullable Object> java(MethodRef method, boolean hasReceiver, List<@Nullable Object> values) {
        List<Type> types = new ArrayList<>();
        if (hasReceiver) {
            types.add(ClassType.OBJECT);
        }
        types.addAll(method.parameterTypes());
        for (int i = 0; i < values.size(); i++) {
            values.set(i, JavaValues.toJava(values.get(i), types.get(i)));
        }
        return values;
    }

    private static @Nullable Object invoke(MethodHandle handle, List<@Nullable Object> arguments) throws Throwable {
        return handle.asFixedArity().invokeWithArguments(arguments);
    }

    private List<? extends @Nullable Object> monitor(boolean enter, Object object) {
        int held = monitors.getOrDefault(object, 0) + (enter ? 1 : -1);
        if (held < 0) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        monitors.put(object, held);
        return List.of();
    }
}
