package dev.fluxion.engine.dispatch;

import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.lambda.LambdaCode;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.ResultTypes;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Closures;
import dev.fluxion.transform.adjoint.CaughtPrimal;
import dev.fluxion.transform.inline.ClosureCall;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a call on a receiver of one class runs, as a function of receiver and arguments.
 *
 * @param declaring the class that declares the code, which decides where it may run
 * @param function the function
 * @param program what it calls by {@code call}
 */
public record ReceiverCode(Class<?> declaring, Function function, Program program) {

    private static final int INTERFACE_TAG = 9;
    private static final Program NOTHING = new Program(Map.of());

    /** What is done with the call of a method that the receiver's class has chosen. */
    public enum Form {
        /** It is made once. */
        ONCE,
        /** It is made for each step of a block, see {@link StepLoop}. */
        STEPS
    }

    /** Emits the call. */
    private interface Call {
        /**
         * Adds the operations.
         *
         * @param values what is captured, or the receiver, and the arguments
         * @return the result, or null if there is none
         */
        @Nullable Value emit(List<Value> values, FunctionBuilder out);
    }

    /** Emits what comes before the arguments: the receiver, or what it has captured. */
    private interface Captured {
        /** Adds the operations. */
        List<Value> of(Value receiver, FunctionBuilder out);
    }

    /** Returns the call of a method that the receiver's class has chosen. */
    public static ReceiverCode ofMethod(Member chosen, MethodRef called, Form form) {
        String owner = internalName(chosen.declaring());
        MethodRef method = new MethodRef(owner, called.name(), called.descriptor(), chosen.declaring().isInterface());
        FunctionBuilder out = begun(method.toString(), method, called);
        return made(
                form,
                chosen.declaring(),
                NOTHING,
                called,
                new ClassType(owner),
                (receiver, _) -> List.of(receiver),
                (values, to) -> add(new Op.Invoke(InvokeKind.SPECIAL, method, values), to),
                out);
    }

    /**
     * Returns the call of an interface's method on whatever object.
     *
     * @param type the interface
     */
    public static ReceiverCode ofInterface(Class<?> type, MethodRef called, Form form) {
        return made(
                form,
                type,
                NOTHING,
                called,
                new ClassType(called.owner()),
                (receiver, _) -> List.of(receiver),
                (values, to) -> add(new Op.Invoke(InvokeKind.INTERFACE, called, values), to),
                begun(called.toString(), called, called));
    }

    /** Returns the call of a lambda's code with what it has captured; null if the call is not that of its method. */
    public static @Nullable ReceiverCode ofLambda(Class<?> lambda, Closures.Code code, MethodRef called, Form form) {
        MethodRef method =
                new MethodRef(
                        internalName(code.owner()), code.method(), code.descriptor(), code.kind() == INTERFACE_TAG);
        if (!called.name().equals(code.name())
                || !called.descriptor().equals(code.called().toMethodDescriptorString())) {
            return null;
        }
        HandleRef handle =
                new HandleRef(
                        code.kind(), method.owner(), method.name(), method.descriptor(), code.owner().isInterface());
        List<Type> captured = new ArrayList<>();
        for (Class<?> type : code.captured()) {
            captured.add(Type.of(type.descriptorString()));
        }
        MethodRef instantiated = new MethodRef("", "", code.instantiated().toMethodDescriptorString(), false);
        ClosureCall call = ClosureCall.of(handle, captured, called, instantiated);
        return call == null
                ? null
                : made(
                        form,
                        code.owner(),
                        NOTHING,
                        called,
                        ClassType.OBJECT,
                        (receiver, to) -> fields(lambda, captured, true, receiver, to),
                        (values, to) -> call.emit(values, op -> add(op, to)),
                        begun(method.toString(), method, called));
    }

    /**
     * Returns the call of a compiled derivative.
     *
     * @param derivative its class
     * @param home the class beside which it was defined
     * @param function the function behind its method, which takes the captured values first
     * @param program what that calls
     * @param captures the types of the captured values
     */
    public static ReceiverCode ofDerivative(
            Class<?> derivative,
            Class<?> home,
            Function function,
            Program program,
            List<Type> captures,
            MethodRef called) {
        return made(
                Form.ONCE,
                home,
                program,
                called,
                ClassType.OBJECT,
                (receiver, to) -> fields(derivative, captures, false, receiver, to),
                (values, to) -> {
                    List<Variable> results = to.call(new Op.Call(function.name(), values), function.resultTypes());
                    return results.isEmpty() ? null : results.getFirst();
                },
                begun(function.name(), called, called));
    }

    /** Returns the same code with one more argument, an array of objects that its exception is put into. */
    public ReceiverCode caught() {
        CaughtPrimal caught = CaughtPrimal.of(function);
        Map<String, Function> functions = new LinkedHashMap<>(program.functions());
        functions.put(caught.inner().name(), caught.inner());
        return new ReceiverCode(declaring, caught.function(), new Program(functions));
    }

    private static FunctionBuilder begun(String code, MethodRef place, MethodRef called) {
        FunctionBuilder out = new FunctionBuilder("dispatched:" + code, called.resultTypes());
        out.at(new Position(place.owner().replace('/', '.'), place.name(), "", 0, Optional.empty()));
        return out;
    }

    private static ReceiverCode made(
            Form form,
            Class<?> declaring,
            Program program,
            MethodRef called,
            ClassType receiverType,
            Captured captured,
            Call call,
            FunctionBuilder out) {
        Variable receiver = out.variable(receiverType, "receiver");
        switch (form) {
            case ONCE -> {
                List<Variable> parameters = new ArrayList<>();
                for (Type type : called.parameterTypes()) {
                    parameters.add(out.variable(type.computational(), ""));
                }
                out.begin(out.label("entry"), with(List.of(receiver), parameters));
                Value result = call.emit(with(captured.of(receiver, out), parameters), out);
                out.end(new Terminator.Return(result == null || called.isVoid() ? List.of() : List.of(result)));
            }
            case STEPS ->
                    StepLoop.emit(
                            receiver,
                            () -> captured.of(receiver, out),
                            (first, state, index) ->
                                    Objects.requireNonNull(call.emit(with(first, List.of(state, index)), out)),
                            out);
        }
        return new ReceiverCode(declaring, out.build(), program);
    }

    private static <T> List<T> with(List<? extends T> first, List<? extends T> then) {
        List<T> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private static List<Value> fields(
            Class<?> type, List<Type> captured, boolean isLambda, Value receiver, FunctionBuilder out) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < captured.size(); i++) {
            String name = isLambda ? LambdaCode.field(i) : "captured" + i;
            values.add(out.add(new Op.GetField(new FieldRef(internalName(type), name, captured.get(i)), receiver)));
        }
        return values;
    }

    private static @Nullable Value add(Op op, FunctionBuilder out) {
        if (ResultTypes.of(op).isEmpty()) {
            out.effect(op);
            return null;
        }
        return out.add(op);
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
