package dev.fluxion.ir.build;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.List;

/** The types of an operation's results, which follow from the operation alone (but for {@link Op.Call}). */
public final class ResultTypes {
    private ResultTypes() {}

    /**
     * Returns the computational types of the results.
     *
     * @throws IllegalArgumentException for {@link Op.Call}, whose results are those of the called function
     */
    public static List<Type> of(Op op) {
        return switch (op) {
            case Op.Negate negate -> List.of(negate.x().type());
            case Op.Binary binary -> List.of(binary.x().type());
            case Op.IntegerDivide divide -> List.of(divide.x().type());
            case Op.Compare compare -> List.of(PrimitiveType.I32);
            case Op.ThreeWay threeWay -> List.of(PrimitiveType.I32);
            case Op.Convert convert -> List.of(convert.to().computational());
            case Op.Select select -> List.of(select.x().type());
            case Op.ArrayLoad load -> List.of(load.element().computational());
            case Op.ArrayStore store -> List.of();
            case Op.ArrayLength length -> List.of(PrimitiveType.I32);
            case Op.NewArray array -> List.of(array.type());
            case Op.GetField get -> List.of(get.field().type().computational());
            case Op.PutField put -> List.of();
            case Op.GetStatic get -> List.of(get.field().type().computational());
            case Op.PutStatic put -> List.of();
            case Op.New create -> List.of(new ClassType(create.constructor().owner()));
            case Op.InstanceOf test -> List.of(PrimitiveType.I32);
            case Op.CheckCast cast -> List.of(cast.type());
            case Op.Monitor monitor -> List.of();
            case Op.Invoke invoke -> invoke.method().resultTypes();
            case Op.InvokeDynamic dynamic ->
                    new MethodRef("", dynamic.site().name(), dynamic.site().descriptor(), false).resultTypes();
            case Op.MakeClosure closure -> List.of(closure.type());
            case Op.Call call ->
                    throw new IllegalArgumentException(
                            "the results of a call to "
                                    + call.function()
                                    + " are those of the function; they do not follow from the operation");
            case Op.TapePush push -> List.of();
            case Op.TapePop pop -> List.of(pop.type());
            case Op.TapeReserve reserve -> List.of(new dev.fluxion.ir.type.ArrayType(reserve.type()));
            case Op.TapeRelease release -> List.of(new dev.fluxion.ir.type.ArrayType(release.type()));
            case Op.TapeTop top -> List.of(PrimitiveType.I32);
        };
    }
}
