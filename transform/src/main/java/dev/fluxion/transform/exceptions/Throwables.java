package dev.fluxion.transform.exceptions;

import dev.fluxion.ir.Handler;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.simplify.Effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which handlers the exceptions of an operation may reach. */
final class Throwables {

    private static final String LANG = "java/lang/";

    private static final Set<String> ALWAYS = Set.of("java/lang/Throwable");

    private static final Set<String> RUNTIME = Set.of("java/lang/Exception", "java/lang/RuntimeException");

    /** The errors of a JVM at its limits, which any allocation or call may throw. */
    private static final Set<String> ERRORS = Set.of("java/lang/Error", "java/lang/LinkageError");

    private Throwables() {}

    /** Returns the handlers that exceptions of an operation may reach, none if it throws nothing that is caught. */
    static List<Handler> reached(Op op, List<Handler> handlers) {
        if (!Effects.mayThrow(op) || op instanceof Op.Monitor monitor && !monitor.enter()) {
            // a lock is left by who has entered it: compilers leave it once on each way out
            return List.of();
        }
        List<Handler> reached = new ArrayList<>();
        for (Handler handler : reached(handlers)) {
            if (mayReach(op, handler.type().internalName())) {
                reached.add(handler);
            }
        }
        return reached;
    }

    /** Returns the handlers that any exception may reach: those up to the first that catches all. */
    static List<Handler> reached(List<Handler> handlers) {
        List<Handler> reached = new ArrayList<>();
        List<ClassType> types = new ArrayList<>();
        for (Handler handler : handlers) {
            if (!types.contains(handler.type())) {
                reached.add(handler);
                types.add(handler.type());
            }
            if (handler.type().equals(ClassType.THROWABLE)) {
                break;
            }
        }
        return reached;
    }

    private static boolean mayReach(Op op, String type) {
        return switch (op) {
            case Op.ArrayLoad _ -> isNull(type) || isIndex(type);
            case Op.ArrayStore store ->
                    isNull(type)
                            || isIndex(type)
                            || store.element().isReference() && type.equals(LANG + "ArrayStoreException");
            case Op.ArrayLength _, Op.Monitor _ -> isNull(type);
            case Op.GetField _, Op.PutField _ -> isNull(type) || isOfLinking(type);
            case Op.IntegerDivide _ -> isRuntime(type) || type.equals(LANG + "ArithmeticException");
            case Op.CheckCast _ -> isRuntime(type) || type.equals(LANG + "ClassCastException") || isOfLinking(type);
            case Op.NewArray _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.New _,
                    Op.Invoke _,
                    Op.InvokeDynamic _,
                    Op.MakeClosure _,
                    Op.Call _,
                    Op.TapeReserve _ ->
                    true;
            case Op.Negate _,
                    Op.Binary _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.InstanceOf _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    false;
        };
    }

    private static boolean isRuntime(String type) {
        return ALWAYS.contains(type) || RUNTIME.contains(type);
    }

    private static boolean isNull(String type) {
        return isRuntime(type) || type.equals(LANG + "NullPointerException");
    }

    private static boolean isIndex(String type) {
        return isRuntime(type)
                || type.equals(LANG + "IndexOutOfBoundsException")
                || type.equals(LANG + "ArrayIndexOutOfBoundsException");
    }

    private static boolean isOfLinking(String type) {
        return ERRORS.contains(type) || type.startsWith(LANG) && type.endsWith("Error");
    }
}
