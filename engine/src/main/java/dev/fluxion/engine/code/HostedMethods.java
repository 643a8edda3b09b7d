package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassData;
import dev.fluxion.engine.access.Erasure;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Passage;
import dev.fluxion.engine.access.Passages;
import dev.fluxion.engine.access.Selection;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says what methods are, called from code beside one host: rules first, then bodies that may run there. For one
 * request, in one thread.
 */
public final class HostedMethods implements MethodSource {

    private static final int VIRTUAL_TAG = 5;
    private static final int STATIC_TAG = 6;
    private static final int SPECIAL_TAG = 7;
    private static final int INTERFACE_TAG = 9;

    private final Host host;
    private final Passages passages;
    private final RuleTable rules;
    private final Map<Call, Target> known = new HashMap<>();
    private final ObjectClasses classes;

    /** Makes the methods that code beside {@code host} may call. */
    public HostedMethods(Host host, RuleTable rules) {
        this.host = host;
        this.passages = new Passages(host);
        this.rules = rules;
        this.classes = new ObjectClasses(passages);
    }

    private record Call(InvokeKind kind, MethodRef method) {}

    /** Returns how code beside the host reaches members. */
    public Passages passages() {
        return passages;
    }

    /** Returns what stands for types that code beside the host may not name. */
    public Erasure erasure() {
        return new Erasure(passages.rights());
    }

    /** Returns the host. */
    Host host() {
        return host;
    }

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        Call call = new Call(kind, method);
        Target target = known.get(call);
        if (target == null) {
            target = look(kind, method);
            known.put(call, target);
        }
        return target;
    }

    @Override
    public FieldPlace field(FieldRef field) {
        Class<?> owner = passages.rights().find(field.owner());
        Member member = owner == null ? null : MemberTable.field(owner, field.name(), field.type().descriptor());
        if (member == null) {
            return new FieldPlace(field, 0, false);
        }
        boolean hasSlot = field.type().isFloating() && !Modifier.isStatic(member.flags());
        return new FieldPlace(
                new FieldRef(member.declaring().getName().replace('.', '/'), field.name(), field.type()),
                hasSlot ? ShadowLayout.slot(member.declaring(), field.name()) : 0,
                Modifier.isFinal(member.flags()));
    }

    @Override
    public @Nullable MethodRef select(MethodRef method, String receiver) {
        Class<?> owner = passages.rights().find(method.owner());
        Class<?> type = passages.rights().find(receiver);
        Member named = owner == null ? null : MemberTable.method(owner, method.name(), method.descriptor());
        if (owner == null || type == null || named == null || !owner.isAssignableFrom(type)) {
            return null;
        }
        Member chosen = Selection.select(type, named, method.name(), method.descriptor());
        return chosen == null ? null : declared(chosen, method);
    }

    @Override
    public boolean isFunction(String type) {
        Class<?> found = passages.rights().find(type);
        return found != null && Functions.isFunction(found);
    }

    @Override
    public List<String> classes(String type) {
        Class<?> found = passages.rights().find(type);
        return found == null ? List.of() : Hierarchies.classes(found, passages.rights());
    }

    @Override
    public List<Callback> callbacks(String type) {
        Class<?> found = passages.rights().find(type);
        return found == null ? List.of() : CallbackMethods.of(found);
    }

    @Override
    public boolean isSubtype(String type, String supertype) {
        Class<?> found = passages.rights().find(type);
        Class<?> of = passages.rights().find(supertype);
        return found != null && of != null && of.isAssignableFrom(found);
    }

    @Override
    public @Nullable Function chosen(MethodRef method, String receiver) {
        Class<?> owner = passages.rights().find(method.owner());
        Class<?> type = passages.rights().find(receiver);
        Member named = owner == null ? null : MemberTable.method(owner, method.name(), method.descriptor());
        return type == null || named == null ? null : CallbackMethods.chosen(type, named, method);
    }

    @Override
    public @Nullable ClassFacts facts(String internalName) {
        return classes.facts(internalName);
    }

    /**
     * Returns what is known of a method that an object's class has chosen. Where the class is one of the JDK, it does
     * what its interfaces' rules say.
     *
     * @param receiver the object's class
     * @param chosen the method
     * @param called the method as the call names it
     */
    public Target chosen(Class<?> receiver, Member chosen, MethodRef called) {
        return resolve(InvokeKind.SPECIAL, declared(ruled(receiver, chosen, called), called));
    }

    /**
     * Returns the method whose rule says what a method does that an object's class has chosen: where the class is one
     * of the JDK, that of a class or interface above it, if the method itself has none.
     *
     * @param receiver the object's class
     * @param chosen the method
     * @param called the method as the call names it
     */
    public Member ruled(Class<?> receiver, Member chosen, MethodRef called) {
        if (rules.find(declared(chosen, called)) == null && receiver.getClassLoader() == null) {
            Class<?> owner = ruling(receiver, called);
            return owner == null ? chosen : new Member(owner, chosen.flags());
        }
        return chosen;
    }

    private @Nullable Class<?> ruling(Class<?> type, MethodRef called) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Rule rule = rules.find(declared(new Member(each, 0), called));
            if (rule != null) {
                return rule instanceof Rule.Partials ? null : each;
            }
            for (Class<?> parent : each.getInterfaces()) {
                Class<?> inherited = ruling(parent, called);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    private Target look(InvokeKind kind, MethodRef method) {
        Rule named = rules.find(inRules(method));
        if (named != null && !(dependsOnReceiver(named) && isOpen(kind, method))) {
            return target(named, kind, method);
        }
        if (kind != InvokeKind.STATIC && isComparison(method)) {
            return new Target.NonDifferentiable();
        }
        if (Boxes.has(method)) {
            return new Target.Box();
        }
        Class<?> owner = passages.rights().find(method.owner());
        if (owner == null) {
            return new Target.Refused(CodeDiagnostics.ownerMissing(method));
        }
        Member member = MemberTable.method(owner, method.name(), method.descriptor());
        if (member == null) {
            return new Target.Refused(CodeDiagnostics.methodMissing(method));
        }
        Rule inherited = member.declaring() == owner ? null : rules.find(declared(member, method));
        if (inherited != null && !(dependsOnReceiver(inherited) && !isExact(kind, owner, member))) {
            return target(inherited, kind, method);
        }
        if (isThroughHandle(owner, member)) {
            return new Target.Refused(CodeDiagnostics.throughHandle(method));
        }
        return body(kind, method, owner, member);
    }

    /** Whether a rule for a method does not count for those that override it. */
    private static boolean dependsOnReceiver(Rule rule) {
        return switch (rule) {
            case Rule.Moves _, Rule.Replacement _ -> true;
            case Rule.NonDifferentiable _, Rule.Partials _, Rule.Refused _ -> false;
        };
    }

    /**
     * Which code runs is found out when it does: that of a collection moves references, that of a user's class may
     * compute.
     */
    private boolean isOpen(InvokeKind kind, MethodRef method) {
        if (kind == InvokeKind.SPECIAL) {
            return false;
        }
        Class<?> owner = passages.rights().find(method.owner());
        Member member = owner == null ? null : MemberTable.method(owner, method.name(), method.descriptor());
        return owner != null && member != null && !isExact(kind, owner, member);
    }

    /** What every object has to say about itself decides paths and texts; nothing flows through it. */
    private static boolean isComparison(MethodRef method) {
        return switch (method.name() + method.descriptor()) {
            case "equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;" -> true;
            default -> method.name().equals("compareTo") && method.descriptor().endsWith(")I");
        };
    }

    /** Whether a method handle is called, or something accessed through a variable handle. */
    private static boolean isThroughHandle(Class<?> owner, Member member) {
        return (owner == MethodHandle.class || owner == VarHandle.class) && Modifier.isNative(member.flags());
    }

    /** Arrays of all references have the rules of {@code Object[]}. */
    private static MethodRef inRules(MethodRef method) {
        boolean isArrayOfReferences = method.owner().startsWith("[L") || method.owner().startsWith("[[");
        return isArrayOfReferences
                ? new MethodRef("[Ljava/lang/Object;", method.name(), method.descriptor(), false)
                : method;
    }

    private static MethodRef declared(Member member, MethodRef method) {
        String owner = member.declaring().getName().replace('.', '/');
        return new MethodRef(owner, method.name(), method.descriptor(), member.declaring().isInterface());
    }

    private Target target(Rule rule, InvokeKind kind, MethodRef method) {
        return switch (rule) {
            case Rule.NonDifferentiable none -> new Target.NonDifferentiable();
            case Rule.Moves moves -> moves(moves, method);
            case Rule.Partials some -> partials(some, kind, method);
            case Rule.Replacement body -> replacement(body.source(), body.method(), method);
            case Rule.Refused none -> new Target.Refused(CodeDiagnostics.withoutDerivative(method, none));
        };
    }

    @SuppressWarnings("NullAway") // class files do not tell that the elements of a rule's list may be null
    private Target partials(Rule.Partials rule, InvokeKind kind, MethodRef method) {
        int arguments = method.parameterTypes().size() + (kind == InvokeKind.STATIC ? 0 : 1);
        List<Target.@Nullable Partial> partials = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            partials.add(null);
        }
        for (PartialMethod partial : rule.partials()) {
            try {
                Function function = Bodies.of(rule.source(), partial.method());
                partials.set(partial.wrt(), new Target.Partial(function, partial.strongZero()));
            } catch (NotDifferentiableException notRaised) {
                return new Target.Refused(notRaised.diagnostics().getFirst());
            }
        }
        return new Target.Rule(partials);
    }

    private Target moves(Rule.Moves rule, MethodRef method) {
        if (rule.withLambda() == null) {
            return new Target.Moves();
        }
        Target body = replacement(rule.source(), rule.withLambda(), method);
        return body instanceof Target.Body(Function function) ? new Target.Moves(function) : body;
    }

    /** The code of a replacement is used as the method's own would be, if it was within reach. */
    private Target replacement(Class<?> source, MethodRef code, MethodRef method) {
        try {
            Function function = Bodies.of(source, code);
            Diagnostic obstacle = obstacle(function, source, new HashSet<>());
            return obstacle == null
                    ? new Target.Body(function)
                    : new Target.Refused(CodeDiagnostics.ofCall(method, obstacle));
        } catch (NotDifferentiableException notRaised) {
            return new Target.Refused(notRaised.diagnostics().getFirst());
        }
    }

    private Target body(InvokeKind kind, MethodRef method, Class<?> owner, Member member) {
        if (!isExact(kind, owner, member)) {
            return new Target.Dispatched(ClassData.linker());
        }
        try {
            Function function = Bodies.of(member.declaring(), method);
            Diagnostic obstacle = obstacle(function, member.declaring(), new HashSet<>());
            return obstacle == null
                    ? new Target.Body(function)
                    : new Target.Refused(CodeDiagnostics.ofCall(method, obstacle));
        } catch (NotDifferentiableException notRaised) {
            return new Target.Refused(notRaised.diagnostics().getFirst());
        }
    }

    /** Whether the named method is the one that runs, whatever the receiver's class. */
    private static boolean isExact(InvokeKind kind, Class<?> owner, Member member) {
        boolean chosenByReceiver = kind == InvokeKind.VIRTUAL || kind == InvokeKind.INTERFACE;
        int fixed = Modifier.PRIVATE | Modifier.FINAL;
        return !Modifier.isAbstract(member.flags())
                && (!chosenByReceiver || (member.flags() & fixed) != 0 || Modifier.isFinal(owner.getModifiers()));
    }

    /**
     * Returns the body of a method that the host may not call, if a copy of it may run there in its place.
     *
     * @param visiting methods whose bodies are being looked at
     */
    @Nullable Function copyable(Op op, Set<MethodRef> visiting) {
        return switch (op) {
            // A copy does not check for a null receiver before it starts; a lambda's receiver is never null.
            case Op.Invoke(InvokeKind kind, MethodRef method, var arguments) when kind == InvokeKind.STATIC ->
                    copyable(kind, method, visiting);
            case Op.MakeClosure closure -> {
                InvokeKind kind =
                        switch (closure.implementation().tag()) {
                            case STATIC_TAG -> InvokeKind.STATIC;
                            case SPECIAL_TAG, VIRTUAL_TAG, INTERFACE_TAG -> InvokeKind.VIRTUAL;
                            default -> null;
                        };
                yield kind == null ? null : copyable(kind, closure.implementation().method(), visiting);
            }
            default -> null;
        };
    }

    private @Nullable Function copyable(InvokeKind kind, MethodRef method, Set<MethodRef> visiting) {
        Class<?> owner = passages.rights().find(method.owner());
        Member member = owner == null ? null : MemberTable.method(owner, method.name(), method.descriptor());
        if (owner == null || member == null || !isExact(kind, owner, member)) {
            return null;
        }
        try {
            Function function = Bodies.of(member.declaring(), method);
            boolean again = !visiting.add(declared(member, method));
            return again || obstacle(function, member.declaring(), visiting) == null ? function : null;
        } catch (NotDifferentiableException notRaised) {
            return null;
        }
    }

    /** Returns why code of {@code origin} cannot run beside the host, or null if it can. */
    private @Nullable Diagnostic obstacle(Function function, Class<?> origin, Set<MethodRef> visiting) {
        boolean home = origin.isNestmateOf(host.type());
        for (Block block : function.blocks()) {
            for (Handler handler : block.handlers()) {
                if (!passages.rights().mayName(handler.type())) {
                    Passage.Denied denied = new Passage.Denied("class " + handler.type() + " may not be named", false);
                    return inaccessible(denied, function, block.position(), home);
                }
            }
            for (Statement statement : block.statements()) {
                boolean copied =
                        isConstruction(statement.op())
                                || !(passages.of(statement) instanceof Passage.Denied)
                                || copyable(statement.op(), visiting) != null;
                if (!copied && passages.of(statement) instanceof Passage.Denied denied) {
                    return inaccessible(denied, function, statement.position(), home);
                }
                Type stranger = stranger(statement.op(), origin);
                if (stranger != null) {
                    Passage.Denied denied = new Passage.Denied("class " + stranger + " is another class there", false);
                    return inaccessible(denied, function, statement.position(), home);
                }
            }
        }
        return null;
    }

    /** A constructor that runs on an object made before is not called from a copy, but copied in its turn. */
    private static boolean isConstruction(Op op) {
        return op instanceof Op.Invoke invoke && invoke.method().name().equals("<init>");
    }

    private Diagnostic inaccessible(Passage.Denied denied, Function function, Position where, boolean home) {
        return CodeDiagnostics.inaccessible(host, denied, "cannot use the code of " + function.name(), where, home);
    }

    /** Returns a class named by the operation that is another one for the host than for the code's origin, or null. */
    private @Nullable Type stranger(Op op, Class<?> origin) {
        if (Objects.equals(origin.getClassLoader(), host.type().getClassLoader())) {
            return null;
        }
        for (Type type : NamedTypes.of(op)) {
            if (!passages.rights().agreesWith(origin, type)) {
                return type;
            }
        }
        return null;
    }
}
