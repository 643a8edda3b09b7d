package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.Program;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Differentiates by interpretation: runs a function, records each operation on numbers on a tape, and adds up the
 * adjoints backwards. Arrays, objects and static fields are the oracle's own; the program's are not touched.
 *
 * <pre>{@code
 * Oracle oracle = new Oracle(loader, method -> raise(method));
 * Verdict verdict = oracle.gradient(new MethodRef("Model", "loss", "([D)D", false), new double[] {1, 2});
 * verdict.gradient();
 * }</pre>
 *
 * <p>Static fields keep what they hold from call to call, so an oracle stands for one run of a program. Not thread
 * safe.
 */
public final class Oracle {

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final long FUEL = 3_000_000;

    private final WengertList list = new WengertList();
    private final Path path = new Path();
    private final Machine machine;

    /** Makes an oracle for Java methods. */
    public Oracle(@Nullable ClassLoader loader, MethodBodies bodies) {
        this(new Program(Map.of()), loader, bodies);
    }

    /** Makes an oracle for a program whose functions call one another, and Java methods. */
    public Oracle(Program program, @Nullable ClassLoader loader, MethodBodies bodies) {
        machine = new Machine(program, new Types(loader), bodies, new Arithmetic(list, path), FUEL);
    }

    /** Calls a static method without arguments; gives the numbers in the array that it returns, none for void. */
    public double[] call(MethodRef method) {
        List<@Nullable Object> results = machine.calls().invoke(InvokeKind.STATIC, method, List.of());
        return results.isEmpty() ? new double[0] : numbers((HeapArray) Objects.requireNonNull(results.getFirst()));
    }

    /**
     * Calls a static method of an array of doubles that returns a double, and differentiates it.
     *
     * @throws OracleException if something in it is not known here
     */
    public Verdict gradient(MethodRef method, double[] x) {
        return gradient(x, argument -> machine.calls().invoke(InvokeKind.STATIC, method, argument));
    }

    /**
     * Calls a function of the program, of an array of doubles to a double, and differentiates it.
     *
     * @throws OracleException if something in it is not known here
     */
    public Verdict gradient(String function, double[] x) {
        return gradient(x, argument -> machine.run(function, argument));
    }

    private interface Call {
        List<@Nullable Object> on(List<@Nullable Object> arguments);
    }

    private Verdict gradient(double[] x, Call call) {
        HeapArray argument = new HeapArray(DOUBLES, x.length);
        int[] nodes = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            nodes[i] = list.input();
            argument.elements[i] = new Real(x[i], false, nodes[i]);
        }
        Real value;
        try {
            List<@Nullable Object> arguments = new ArrayList<>();
            arguments.add(argument);
            value = (Real) Objects.requireNonNull(call.on(arguments).getFirst());
        } catch (Thrown thrown) {
            double[] none = new double[x.length];
            String type = thrown.exception.type.getName();
            return new Verdict(0, type, none, none, numbers(argument), path.hash(), false);
        }
        double[] gradient = new double[x.length];
        double[] scale = new double[x.length];
        boolean usesFloats = false;
        if (value.node() != Real.CONSTANT) {
            double[] adjoints = list.adjoints(value.node());
            double[] scales = list.scales(value.node());
            usesFloats = list.usesSingles(value.node());
            for (int i = 0; i < x.length; i++) {
                gradient[i] = adjoints[nodes[i]];
                scale[i] = scales[nodes[i]];
            }
        }
        return new Verdict(value.value(), null, gradient, scale, numbers(argument), path.hash(), usesFloats);
    }

    private static double[] numbers(HeapArray array) {
        double[] numbers = new double[array.elements.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Real) Objects.requireNonNull(array.elements[i])).value();
        }
        return numbers;
    }
}
