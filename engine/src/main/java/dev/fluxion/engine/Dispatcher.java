package dev.fluxion.engine;

import dev.fluxion.control.Step;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Selection;
import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.engine.code.HostedMethods;
import dev.fluxion.engine.derive.Primal;
import dev.fluxion.engine.dispatch.DispatchDiagnostics;
import dev.fluxion.engine.dispatch.PlainCalls;
import dev.fluxion.engine.dispatch.ReceiverCode;
import dev.fluxion.engine.dispatch.ReceiverCode.Form;
import dev.fluxion.engine.dispatch.StepLoop;
import dev.fluxion.engine.graph.GraphCotangents;
import dev.fluxion.engine.graph.Layouts;
import dev.fluxion.engine.lambda.LambdaCode;
import dev.fluxion.engine.memory.CallMemory;
import dev.fluxion.engine.memory.ObjectFields;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.runtime.DynamicCall;
import dev.fluxion.runtime.FunctionMemory;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.ObjectCotangents;
import dev.fluxion.runtime.Overrides;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the derivatives of methods that the receiver's class chooses, when they are first called on an object of that
 * class. Thread safe.
 */
final class Dispatcher implements Linker {

    /** Of the classes behind derivatives. */
    private static final String PACKAGE = "dev.fluxion.engine.graph";

    private final ClassCache<Key, Served> cache = new ClassCache<>();
    private final RuleTable rules;
    private final @Nullable Lookup given;
    private final ObjectCotangents cotangents;
    private final ObjectFields fields;
    private final DispatchedDerivatives derivatives;
    private final Linker again = new Again();

    Dispatcher(Backends backends, RuleTable rules, @Nullable Lookup given) {
        this.rules = rules;
        this.given = given;
        this.cotangents = new GraphCotangents(new Layouts(given, rules.tangentTypes()));
        this.fields = new ObjectFields(given);
        this.derivatives = new DispatchedDerivatives(this, backends, rules, given);
    }

    /**
     * A derivative of a method.
     *
     * @param called the method as the call names it
     * @param isCaught whether it gives its exception back
     * @param modes by which modes it is differentiated one after the other: {@code R} for reverse, the number of lanes
     *     for forward, a letter for sets of inputs
     * @param level see {@link DynamicCall}
     * @param isAgain whether the first of these derivatives is differentiated again, by one of them or by other code
     */
    private record Key(MethodRef called, boolean isCaught, String modes, int level, boolean isAgain) {

        static Key of(DynamicCall call, boolean isAgain) {
            MethodRef called = new MethodRef(call.owner(), call.method(), call.descriptor(), false);
            return new Key(
                    called,
                    call.isCaught(),
                    call.sweep().replace('A', DispatchedDerivatives.REVERSE),
                    call.level(),
                    isAgain);
        }

        int order() {
            return modes.length();
        }

        char last() {
            return modes.charAt(modes.length() - 1);
        }

        /** Returns that of which this is the derivative. */
        Key inner() {
            return new Key(called, isCaught, modes.substring(0, modes.length() - 1), level, isAgain);
        }
    }

    /** What is done for calls on receivers of one class. */
    private sealed interface Served {}

    /** A derivative. */
    private record Derived(DispatchedDerivative parts) implements Served {}

    /** A call through which no derivative flows. */
    private record Plain(PlainCalls calls) implements Served {}

    @Override
    public MethodHandle link(Object receiver, DynamicCall call, MethodType type) {
        return link(receiver, call, type, false);
    }

    @Override
    public Linker again() {
        return again;
    }

    /** Links what is differentiated again. */
    private final class Again implements Linker {

        @Override
        public MethodHandle link(Object receiver, DynamicCall call, MethodType type) {
            return Dispatcher.this.link(receiver, call, type, true);
        }

        @Override
        public ObjectCotangents cotangents() {
            return Dispatcher.this.cotangents();
        }

        @Override
        public FunctionMemory memory(String rule, Shadows shadows) {
            return Dispatcher.this.memory(rule, shadows);
        }
    }

    private MethodHandle link(Object receiver, DynamicCall call, MethodType type, boolean isAgain) {
        String sweep = call.sweep();
        try {
            return switch (served(receiver, Key.of(call, isAgain))) {
                case Plain(PlainCalls calls) -> calls.half(sweep, call.isCaught(), type);
                case Derived(DispatchedDerivative parts) -> parts.half(sweep, call.level(), type);
            };
        } catch (NotDifferentiableException refused) {
            throw at(call, refused);
        }
    }

    @Override
    public ObjectCotangents cotangents() {
        return cotangents;
    }

    @Override
    public FunctionMemory memory(String rule, Shadows shadows) {
        return new CallMemory(rule, fields, shadows.images());
    }

    private Served served(Object receiver, Key key) {
        return cache.get(receiver.getClass(), key, () -> make(receiver, key));
    }

    /** Says as well where the call is. */
    private static NotDifferentiableException at(DynamicCall call, NotDifferentiableException refused) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Diagnostic each : refused.diagnostics()) {
            String where = "called at " + call.where();
            String why = each.why().isEmpty() ? where : each.why() + "; " + where;
            diagnostics.add(new Diagnostic(each.id(), each.what(), each.where(), why, each.chain(), each.remedy()));
        }
        return new NotDifferentiableException(diagnostics);
    }

    private Served make(Object receiver, Key key) {
        Class<?> type = receiver.getClass();
        MethodRef called = key.called;
        if (key.order() > 1) {
            return switch (served(receiver, key.inner())) {
                case Plain plain -> plain;
                case Derived(DispatchedDerivative inner) ->
                        new Derived(derivatives.next(inner, key.last(), key.level, type, key.isAgain));
            };
        }
        if (StepLoop.isBlock(called)) {
            return ofSteps(receiver, key);
        }
        ReceiverCode code = derivative(type, called);
        if (code == null && LambdaCode.isLambda(type) && !hasRule(type, key)) {
            code = ReceiverCode.ofLambda(type, LambdaCode.of(receiver), called, Form.ONCE);
        }
        if (code != null) {
            return first(code, type, key);
        }
        if (type.getModule() == Dispatcher.class.getModule() && type.getPackageName().startsWith(PACKAGE)) {
            throw new NotDifferentiableException(DispatchDiagnostics.madeOutside(called));
        }
        return ofMethod(type, key);
    }

    /** Steps whose code is known and not replaced by a rule stand in the loop itself. */
    private Derived ofSteps(Object receiver, Key key) {
        Class<?> type = receiver.getClass();
        MethodRef step = StepLoop.STEP;
        Key once = new Key(step, false, key.modes, key.level, key.isAgain);
        ReceiverCode code = null;
        if (LambdaCode.isLambda(type)) {
            code = hasRule(type, once) ? null : ReceiverCode.ofLambda(type, LambdaCode.of(receiver), step, Form.STEPS);
        } else if (derivative(type, step) == null) {
            Member member = member(type, step);
            Member chosen = member == null ? null : Selection.select(type, member, step.name(), step.descriptor());
            code =
                    chosen != null && methods(chosen, key).chosen(type, chosen, step) instanceof Target.Body
                            ? ReceiverCode.ofMethod(chosen, step, Form.STEPS)
                            : null;
        }
        return first(code == null ? ReceiverCode.ofInterface(Step.class, step, Form.STEPS) : code, type, key);
    }

    private HostedMethods methods(Member chosen, Key key) {
        HostedMethods methods =
                new HostedMethods(
                        Host.of(chosen.declaring(), Linker.class, given),
                        rules,
                        DispatchedDerivatives.rules(key.last()));
        return key.isAgain ? methods.again() : methods;
    }

    /** Whether a rule for the interface of a lambda counts, and not the lambda's code. */
    private boolean hasRule(Class<?> lambda, Key key) {
        Member member = member(lambda, key.called);
        return member != null
                && HostedMethods.hasRule(rules, lambda, member, key.called, DispatchedDerivatives.rules(key.last()));
    }

    private static @Nullable Member member(Class<?> type, MethodRef called) {
        Class<?> owner = named(type, called.owner());
        return owner == null ? null : MemberTable.method(owner, called.name(), called.descriptor());
    }

    private @Nullable ReceiverCode derivative(Class<?> type, MethodRef called) {
        Compilation origin = CompiledDerivatives.of(type);
        if (origin == null || !origin.derivation().has(called.name(), called.descriptor())) {
            return null;
        }
        Primal primal = origin.again().derivation().primal(called.name(), called.descriptor());
        return ReceiverCode.ofDerivative(
                type, origin.host().code(), primal.function(), primal.program(), primal.captures(), called);
    }

    private Served ofMethod(Class<?> type, Key key) {
        MethodRef called = key.called;
        Class<?> owner = named(type, called.owner());
        Member member = member(type, called);
        Member chosen = member == null ? null : Selection.select(type, member, called.name(), called.descriptor());
        chosen = chosen == null && LambdaCode.isLambda(type) ? member : chosen;
        if (owner == null || chosen == null) {
            throw new AbstractMethodError(called + " on an object of " + type.getName());
        }
        HostedMethods methods = methods(chosen, key);
        ReceiverCode code = ReceiverCode.ofMethod(methods.ruled(type, chosen, called), called, Form.ONCE);
        Target target = methods.chosen(type, chosen, called);
        return switch (target) {
            case Target.Body _, Target.Rule _, Target.Ruled _, Target.Box _ -> first(code, type, key);
            case Target.Moves moves -> {
                if (type.getClassLoader() != null && Overrides.ofJdk(type)) {
                    throw new NotDifferentiableException(DispatchDiagnostics.overridesJdk(type, called));
                }
                yield new Plain(PlainCalls.of(owner, called, given));
            }
            case Target.NonDifferentiable _, Target.Dispatched _ -> new Plain(PlainCalls.of(owner, called, given));
            case Target.Refused(Diagnostic reason) -> {
                Member general = type.getClassLoader() == null ? Selection.inInterfaces(type, called) : null;
                if (general != null && methods.chosen(type, general, called) instanceof Target.Body) {
                    yield first(ReceiverCode.ofMethod(general, called, Form.ONCE), type, key);
                }
                if (PlainCalls.mayCarryNumbers(owner, called)) {
                    throw new NotDifferentiableException(reason);
                }
                yield new Plain(PlainCalls.of(owner, called, given));
            }
        };
    }

    /** Returns the class or interface of that name among those that a class extends. */
    private static @Nullable Class<?> named(Class<?> type, String internalName) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(internalName.replace('/', '.'))) {
                return each;
            }
            for (Class<?> parent : each.getInterfaces()) {
                Class<?> found = named(parent, internalName);
                if (found != null) {
                    return found;
                }
            }
        }
        return internalName.equals("java/lang/Object") ? Object.class : null;
    }

    private Derived first(ReceiverCode code, Class<?> type, Key key) {
        return new Derived(
                derivatives.first(
                        key.isCaught ? code.caught() : code,
                        key.called.name(),
                        key.last(),
                        key.level,
                        type,
                        key.isAgain));
    }
}
