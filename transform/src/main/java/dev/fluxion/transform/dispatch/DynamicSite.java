package dev.fluxion.transform.dispatch;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Dispatch;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callees;
import dev.fluxion.transform.shadow.ShadowCalls;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A call whose code is found when it runs, by the receiver's class: that of a method, or of a half of such a method's
 * derivative, which {@link Dispatch} links. References are passed as objects, so that no class has to be named.
 *
 * <pre>
 *   method     (receiver, arguments...)                                    -&gt; result
 *   augmented  (receiver, arguments..., shadows)                           -&gt; result
 *   reverse    (receiver, cotangent of a floating result, shadows[, out])  -&gt; adjoint of the first floating argument
 *   tangent    (receiver, arguments..., tangents..., shadows[, out])       -&gt; result
 * </pre>
 *
 * <p>The adjoints of further floating arguments, and the tangents of a floating result, come in {@code out}, an array
 * of doubles. A method whose exception is caught has one more argument, an array of objects that the exception is put
 * into instead of being thrown.
 *
 * @param linker a constant: what links
 * @param method the method that the primal calls
 * @param sweep which half of it this is, see {@link dev.fluxion.runtime.DynamicCall}
 * @param isCaught whether it gives its exception back
 * @param level how often the code around the call had been differentiated when it was still that of the method
 * @param parameters what it takes, the receiver first
 * @param result what it gives, or null
 */
public record DynamicSite(
        Constant linker,
        MethodRef method,
        String sweep,
        boolean isCaught,
        int level,
        List<Type> parameters,
        @Nullable Type result) {

    private static final int STATIC_TAG = 6;
    private static final HandleRef LINK =
            new HandleRef(STATIC_TAG, Dispatch.NAME, Dispatch.METHOD, Dispatch.DESCRIPTOR, false);

    /**
     * Returns the site of an active call whose code is found when it runs, or null.
     *
     * @param callees what calls stand for
     * @param level how often the code around it may have been differentiated already
     */
    public static @Nullable DynamicSite of(Statement statement, Activity activity, Callees callees, int level) {
        if (statement.op() instanceof Op.InvokeDynamic call) {
            return of(call);
        }
        return statement.op() instanceof Op.Invoke invoke
                        && callees.target(invoke) instanceof Target.Dispatched dispatched
                        && activity.isActiveDispatch(invoke)
                ? of(invoke, dispatched, level)
                : null;
    }

    private static DynamicSite of(Op.Invoke call, Target.Dispatched target, int level) {
        if (call.kind() == InvokeKind.STATIC) {
            throw new IllegalArgumentException("a static method has no receiver: " + call.method());
        }
        List<Type> parameters = new ArrayList<>(List.of(ClassType.OBJECT));
        for (Type type : call.method().parameterTypes()) {
            parameters.add(erased(type));
        }
        Type result = call.method().isVoid() ? null : erased(call.method().returnType());
        return new DynamicSite(target.linker(), call.method(), "", false, level, parameters, result);
    }

    /** Returns the site that does the same and gives its exception back. */
    public DynamicSite caught() {
        List<Type> taken = new ArrayList<>(parameters);
        taken.add(ClassType.OBJECT);
        return new DynamicSite(linker, method, sweep, true, level, taken, result);
    }

    /** Returns the site of an operation that is half of a derivative already, or null if it is another. */
    public static @Nullable DynamicSite of(Op.InvokeDynamic call) {
        Bootstrap site = call.site();
        if (!Activity.isDispatch(call)) {
            return null;
        }
        Constant linker = new Constant.DynamicConstant((Bootstrap) site.arguments().get(0));
        String owner = (String) site.arguments().get(1);
        MethodRef method = new MethodRef(owner, site.name(), (String) site.arguments().get(2), false);
        MethodRef types = new MethodRef("", "", site.descriptor(), false);
        return new DynamicSite(
                linker,
                method,
                (String) site.arguments().get(3),
                site.arguments().get(4).equals(1),
                (Integer) site.arguments().get(5),
                types.parameterTypes(),
                types.isVoid() ? null : types.returnType());
    }

    private static Type erased(Type type) {
        return type.isReference() ? ClassType.OBJECT : type;
    }

    /** Returns the order of what it calls, as that of a derivative of the code around the method's own call. */
    public int order() {
        return level + sweep.length();
    }

    /** Returns the augmented half. */
    public DynamicSite augmented() {
        List<Type> taken = new ArrayList<>(parameters);
        taken.add(ShadowCalls.TYPE);
        return new DynamicSite(linker, method, sweep + "A", isCaught, level, taken, result);
    }

    /** Returns the reverse half. */
    public DynamicSite reverse() {
        List<Type> taken = new ArrayList<>(List.of(ClassType.OBJECT));
        if (result != null && result.isFloating()) {
            taken.add(result);
        }
        taken.add(ShadowCalls.TYPE);
        List<Integer> numbers = numbers();
        if (numbers.size() > 1) {
            taken.add(new ArrayType(PrimitiveType.F64));
        }
        Type first = numbers.isEmpty() ? null : parameters.get(numbers.getFirst());
        return new DynamicSite(linker, method, sweep + "R", isCaught, level, taken, first);
    }

    /**
     * Returns what gives the tangents as well.
     *
     * @param lanes how many, at most nine
     * @param areSets whether they are sets of inputs
     */
    public DynamicSite tangent(int lanes, boolean areSets) {
        List<Type> taken = new ArrayList<>(parameters);
        for (int number : numbers()) {
            taken.addAll(java.util.Collections.nCopies(lanes, parameters.get(number)));
        }
        taken.add(ShadowCalls.TYPE);
        if (result != null && result.isFloating()) {
            taken.add(new ArrayType(PrimitiveType.F64));
        }
        return new DynamicSite(linker, method, sweep + tangentSweep(lanes, areSets), isCaught, level, taken, result);
    }

    /** Sets of inputs in so many lanes are counted from {@code a}. */
    private static char tangentSweep(int lanes, boolean areSets) {
        return (char) ((areSets ? 'a' - 1 : '0') + lanes);
    }

    /** Returns the positions of the floating arguments. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isFloating()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** Returns the operation that calls it. */
    public Op.InvokeDynamic call(List<Value> arguments, Position where) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Type type : parameters) {
            descriptor.append(type.descriptor());
        }
        descriptor.append(')').append(result == null ? "V" : result.descriptor());
        List<Object> constants = new ArrayList<>();
        constants.add(((Constant.DynamicConstant) linker).bootstrap());
        constants.add(method.owner());
        constants.add(method.descriptor());
        constants.add(sweep);
        constants.add(isCaught ? 1 : 0);
        constants.add(level);
        constants.add(where.toString());
        return new Op.InvokeDynamic(new Bootstrap(method.name(), descriptor.toString(), LINK, constants), arguments);
    }
}
