package dev.fluxion.integration;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.Entry;
import dev.fluxion.backend.cpu.CpuBackend;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** Compiles any function behind one method that takes and gives objects. */
final class Lowered {

    private static final ArrayType OBJECTS = new ArrayType(ClassType.OBJECT);

    private Lowered() {}

    /** What a compiled function looks like from outside. */
    public interface Boxed {
        /** Calls it with boxed arguments; gives its boxed result, or null if it has none. */
        Object call(Object[] arguments) throws Throwable;
    }

    /** Compiles a function beside the lookup's class. */
    static Boxed compile(Function function, MethodHandles.Lookup host) {
        Program program = Program.of(List.of(adapter(function), function));
        Entry entry = new Entry("call", "([Ljava/lang/Object;)Ljava/lang/Object;", "adapter");
        String name = host.lookupClass().getSimpleName() + "$$Lowered";
        CompilationUnit unit =
                new CompilationUnit(host, program, Boxed.class, List.of(entry), List.of(), "Corpus.java", name);
        return (Boxed) new CpuBackend().compile(unit).newInstance(new Object[0]);
    }

    private static Function adapter(Function function) {
        FunctionBuilder out = new FunctionBuilder("adapter", List.of(ClassType.OBJECT));
        Variable arguments = out.variable(OBJECTS, "arguments");
        out.begin(out.label("entry"), List.of(arguments));
        List<Value> unboxed = new ArrayList<>();
        for (Type type : function.parameterTypes()) {
            Value index = Constant.of(unboxed.size());
            unboxed.add(unbox(out, out.add(new Op.ArrayLoad(ClassType.OBJECT, arguments, index)), type));
        }
        List<Variable> results = out.call(new Op.Call(function.name(), unboxed), function.resultTypes());
        out.end(
                new Terminator.Return(
                        List.of(results.isEmpty() ? new Constant.NullConstant() : box(out, results.getFirst()))));
        return out.build();
    }

    private static Value unbox(FunctionBuilder out, Value object, Type type) {
        if (type instanceof ReferenceType reference) {
            return reference.equals(ClassType.OBJECT) ? object : out.add(new Op.CheckCast(reference, object));
        }
        String box = box(type);
        Value cast = out.add(new Op.CheckCast(new ClassType(box), object));
        String method =
                switch ((PrimitiveType) type) {
                    case I64 -> "longValue";
                    case F32 -> "floatValue";
                    case F64 -> "doubleValue";
                    case BOOL, I8, I16, CHAR, I32 -> "intValue";
                };
        return out.add(
                new Op.Invoke(
                        InvokeKind.VIRTUAL,
                        new MethodRef(box, method, "()" + type.descriptor(), false),
                        List.of(cast)));
    }

    private static Value box(FunctionBuilder out, Variable result) {
        if (result.type().isReference()) {
            return result;
        }
        String box = box(result.type());
        String descriptor = "(" + result.type().descriptor() + ")L" + box + ";";
        return out.add(
                new Op.Invoke(InvokeKind.STATIC, new MethodRef(box, "valueOf", descriptor, false), List.of(result)));
    }

    private static String box(Type type) {
        return switch ((PrimitiveType) type) {
            case I64 -> "java/lang/Long";
            case F32 -> "java/lang/Float";
            case F64 -> "java/lang/Double";
            case BOOL, I8, I16, CHAR, I32 -> "java/lang/Integer";
        };
    }
}
