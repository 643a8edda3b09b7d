package dev.fluxion.engine.code;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** The types that an operation names, which each class loader may understand in its own way. */
final class NamedTypes {

    private NamedTypes() {}

    /** Returns the types named, possibly several times. */
    static List<Type> of(Op op) {
        List<Type> types = new ArrayList<>();
        switch (op) {
            case Op.GetField get -> add(get.field(), types);
            case Op.PutField put -> add(put.field(), types);
            case Op.GetStatic get -> add(get.field(), types);
            case Op.PutStatic put -> add(put.field(), types);
            case Op.New make -> add(make.constructor(), types);
            case Op.Invoke invoke -> add(invoke.method(), types);
            case Op.InstanceOf test -> types.add(test.type());
            case Op.CheckCast cast -> types.add(cast.type());
            case Op.NewArray array -> types.add(array.type());
            case Op.MakeClosure closure -> {
                types.add(closure.type());
                add(closure.implementation().method(), types);
            }
            case Op.InvokeDynamic dynamic -> add(new MethodRef("", "", dynamic.site().descriptor(), false), types);
            case Op.Negate none -> {}
            case Op.Binary none -> {}
            case Op.IntegerDivide none -> {}
            case Op.Compare none -> {}
            case Op.ThreeWay none -> {}
            case Op.Convert none -> {}
            case Op.Select none -> {}
            case Op.ArrayLoad none -> {}
            case Op.ArrayStore none -> {}
            case Op.ArrayLength none -> {}
            case Op.Monitor none -> {}
            case Op.Call none -> {}
            case Op.TapePush none -> {}
            case Op.TapePop none -> {}
            case Op.TapeReserve none -> {}
            case Op.TapeRelease none -> {}
            case Op.TapeTop none -> {}
        }
        return types;
    }

    private static void add(FieldRef field, List<Type> types) {
        types.add(new ClassType(field.owner()));
        types.add(field.type());
    }

    private static void add(MethodRef method, List<Type> types) {
        if (!method.owner().isEmpty() && !method.owner().startsWith("[")) {
            types.add(new ClassType(method.owner()));
        }
        types.addAll(method.parameterTypes());
        if (!method.isVoid()) {
            types.add(method.returnType());
        }
    }
}
