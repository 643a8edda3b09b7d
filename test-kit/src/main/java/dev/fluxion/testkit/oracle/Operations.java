package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Runs single operations on values. */
final class Operations {

    private final Machine machine;
    private final Types types;
    private final Arithmetic arithmetic;
    private final Fields fields;
    private final Calls calls;

    Operations(Machine machine, Types types, MethodBodies bodies, Arithmetic arithmetic) {
        this.machine = machine;
        this.types = types;
        this.arithmetic = arithmetic;
        this.fields = new Fields(types);
        this.calls = new Calls(machine, types, fields, bodies, arithmetic);
    }

    Types types() {
        return types;
    }

    Calls calls() {
        return calls;
    }

    /** Returns the results of an operation, given the values of its operands. */
    List<? extends @Nullable Object> run(Op op, List<@Nullable Object> x) {
        return switch (op) {
            case Op.Negate negate -> List.of(arithmetic.negate(x.getFirst()));
            case Op.Binary binary -> List.of(arithmetic.binary(binary.kind(), x.get(0), x.get(1)));
            case Op.IntegerDivide divide -> List.of(Arithmetic.divide(divide.kind(), x.get(0), x.get(1)));
            case Op.Compare compare -> List.of(compare(compare, x.get(0), x.get(1)) ? 1 : 0);
            case Op.ThreeWay order -> List.of(arithmetic.threeWay(order.ifNan(), x.get(0), x.get(1)));
            case Op.Convert convert -> List.of(arithmetic.convert(convert.to(), x.getFirst()));
            case Op.Select select -> {
                int condition = integer(x.get(0));
                arithmetic.path().add(condition);
                yield one(condition != 0 ? x.get(1) : x.get(2));
            }
            case Op.ArrayLoad load -> one(array(x.get(0), x.get(1)).elements[integer(x.get(1))]);
            case Op.ArrayStore store -> store(store.element(), x);
            case Op.ArrayLength length -> List.of(((HeapArray) present(x.getFirst())).elements.length);
            case Op.NewArray fresh -> List.of(allocate(fresh.type(), x, 0));
            case Op.GetField get -> {
                HeapObject object = (HeapObject) present(x.getFirst());
                yield one(fields.get(object, get.field()));
            }
            case Op.PutField put -> {
                fields.put((HeapObject) present(x.get(0)), put.field(), x.get(1));
                yield List.of();
            }
            case Op.GetStatic get -> {
                calls.initialize(types.of(get.field().owner()));
                yield one(fields.getStatic(get.field()));
            }
            case Op.PutStatic put -> {
                calls.initialize(types.of(put.field().owner()));
                fields.putStatic(put.field(), x.getFirst());
                yield List.of();
            }
            case Op.New construct -> List.of(calls.construct(construct.constructor(), x));
            case Op.InstanceOf test -> List.of(x.getFirst() != null && types.fits(x.getFirst(), test.type()) ? 1 : 0);
            case Op.CheckCast cast -> one(cast(cast.type(), x.getFirst()));
            case Op.Monitor monitor -> {
                present(x.getFirst());
                yield List.of();
            }
            case Op.Invoke invoke -> calls.invoke(invoke.kind(), invoke.method(), x);
            case Op.InvokeDynamic dynamic -> one(calls.sites().run(dynamic.site(), x));
            case Op.MakeClosure closure ->
                    List.of(
                            new Closure(
                                    types.of(closure.type().internalName()),
                                    closure.name(),
                                    closure.implementation(),
                                    java.util.Collections.unmodifiableList(x)));
            case Op.Call call -> machine.run(call.function(), x);
            case Op.TapePush tape -> throw ofDerivatives();
            case Op.TapePop tape -> throw ofDerivatives();
            case Op.TapeReserve tape -> throw ofDerivatives();
            case Op.TapeRelease tape -> throw ofDerivatives();
            case Op.TapeTop tape -> throw ofDerivatives();
        };
    }

    private static OracleException ofDerivatives() {
        return new OracleException("operations on a tape: this is no program, but the derivative of one");
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        return Arrays.asList(value);
    }

    private boolean compare(Op.Compare compare, @Nullable Object x, @Nullable Object y) {
        if (compare.x().type().isReference()) {
            boolean same = x instanceof String ? x.equals(y) : isSame(x, y);
            return same == (compare.kind() == CompareKind.EQ);
        }
        return arithmetic.compare(compare.kind(), present(x), present(y));
    }

    @SuppressWarnings("ReferenceEquality") // which is what is asked
    private static boolean isSame(@Nullable Object x, @Nullable Object y) {
        return x == y;
    }

    private static int integer(@Nullable Object value) {
        return (Integer) Objects.requireNonNull(value);
    }

    /** Returns the reference, or throws what the JVM throws where it is null. */
    static Object present(@Nullable Object reference) {
        if (reference == null) {
            throw Thrown.of(NullPointerException.class);
        }
        return reference;
    }

    private static HeapArray array(@Nullable Object reference, @Nullable Object index) {
        HeapArray array = (HeapArray) present(reference);
        if (Integer.compareUnsigned(integer(index), array.elements.length) >= 0) {
            throw Thrown.of(ArrayIndexOutOfBoundsException.class);
        }
        return array;
    }

    private List<@Nullable Object> store(Type element, List<@Nullable Object> x) {
        HeapArray array = array(x.get(0), x.get(1));
        Object value = x.get(2);
        if (element instanceof ReferenceType && !types.fits(value, array.type.element())) {
            throw Thrown.of(ArrayStoreException.class);
        }
        boolean isNarrow = element instanceof PrimitiveType primitive && primitive.isNarrow();
        array.elements[integer(x.get(1))] = isNarrow ? arithmetic.convert((PrimitiveType) element, value) : value;
        return List.of();
    }

    private static HeapArray allocate(ArrayType type, List<@Nullable Object> lengths, int dimension) {
        int length = integer(lengths.get(dimension));
        if (length < 0) {
            throw Thrown.of(NegativeArraySizeException.class);
        }
        HeapArray array = new HeapArray(type, length);
        if (dimension + 1 < lengths.size()) {
            for (int i = 0; i < length; i++) {
                array.elements[i] = allocate((ArrayType) type.element(), lengths, dimension + 1);
            }
        }
        return array;
    }

    private @Nullable Object cast(ReferenceType type, @Nullable Object object) {
        if (!type.equals(ClassType.OBJECT) && !types.fits(object, type)) {
            throw Thrown.of(ClassCastException.class);
        }
        return object;
    }
}
