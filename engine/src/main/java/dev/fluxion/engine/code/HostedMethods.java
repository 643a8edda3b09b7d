package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassData;
import dev.fluxion.engine.access.Erasure;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Passages;
import dev.fluxion.engine.access.Selection;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Says what methods are, called from code beside one host: rules first, then bodies that may run there. For one
 * request, in one thread.
 */
public final class HostedMethods implements MethodSource {

    private static final String FACADE = "dev/fluxion/Fluxion";

    private final Host host;
    private final Passages passages;
    private final RuleTable rules;
    private final RuleChoice choice;
    private final CopiedCode copies;
    private final RuleCode ruleCode;
    private final Map<Call, Target> known = new HashMap<>();
    private final ObjectClasses classes;
    private final RuleMode mode;
    private final boolean isAgain;
    private @Nullable HostedMethods inOtherMode;
    private @Nullable HostedMethods forAgain;

    /** Makes the methods that code beside {@code host} may call, as reverse mode sees them. */
    public HostedMethods(Host host, RuleTable rules) {
        this(host, rules, RuleMode.REVERSE);
    }

    /**
     * Makes the methods that code beside a host may call.
     *
     * @param mode which rules are of use
     */
    public HostedMethods(Host host, RuleTable rules, RuleMode mode) {
        this(host, rules, mode, new Passages(host));
    }

    private HostedMethods(Host host, RuleTable rules, RuleMode mode, Passages passages) {
        this.host = host;
        this.passages = passages;
        this.rules = rules;
        this.mode = mode;
        this.choice = new RuleChoice(rules, mode);
        this.copies = new CopiedCode(host, passages);
        this.ruleCode = new RuleCode(copies, rules, passages.rights()::find, mode);
        this.classes = new ObjectClasses(passages);
        this.isAgain = false;
    }

    private HostedMethods(HostedMethods once) {
        this.host = once.host;
        this.passages = once.passages;
        this.rules = once.rules;
        this.mode = once.mode;
        this.choice = once.choice;
        this.copies = once.copies;
        this.ruleCode = once.ruleCode;
        this.classes = once.classes;
        this.isAgain = true;
    }

    private record Call(InvokeKind kind, MethodRef method) {}

    @Override
    public MethodSource in(Mode wanted) {
        RuleMode other = wanted == Mode.REVERSE ? RuleMode.REVERSE : RuleMode.FORWARD;
        if (other == mode || mode == RuleMode.PATTERN) {
            return this;
        }
        HostedMethods known = inOtherMode;
        if (known == null) {
            HostedMethods once = new HostedMethods(host, rules, other, passages);
            known = isAgain ? once.again() : once;
            known.inOtherMode = this;
            inOtherMode = known;
        }
        return known;
    }

    /** Returns how code beside the host reaches members. */
    public Passages passages() {
        return passages;
    }

    /** Returns what stands for types that code beside the host may not name. */
    public Erasure erasure() {
        return new Erasure(passages.rights());
    }

    /** Returns the code that a method out of reach would run, if it may be copied, see {@link CopiedCode}. */
    @Nullable Function copyable(Op op) {
        return copies.copyable(op, new HashSet<>());
    }

    /** Returns the host. */
    Host host() {
        return host;
    }

    @Override
    public HostedMethods again() {
        HostedMethods again = isAgain ? this : forAgain;
        if (again == null) {
            again = new HostedMethods(this);
            forAgain = again;
        }
        return again;
    }

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        Call call = new Call(kind, method);
        Target target = known.get(call);
        if (target == null) {
            Class<?> owner = passages.rights().find(method.owner());
            target = PassedRules.told(rules, mode, look(kind, method), method, owner);
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
        return chosen == null ? null : declared(nearest(type, chosen, method), method);
    }

    @Override
    public boolean isImplementedByRule(MethodRef method) {
        Class<?> type = passages.rights().find(method.owner());
        Member member = type == null ? null : MemberTable.method(type, method.name(), method.descriptor());
        return type != null && member != null && hasRule(rules, type, member, method, mode);
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
     * Returns what is known of a method that an object's class has chosen.
     *
     * @param receiver the object's class
     * @param chosen the method
     * @param called the method as the call names it
     */
    public Target chosen(Class<?> receiver, Member chosen, MethodRef called) {
        return resolve(InvokeKind.SPECIAL, declared(ruled(receiver, chosen, called), called));
    }

    /**
     * Returns by which owner a method is to be named that an object's class has chosen, so that the rule counts that is
     * nearest to this class: that owner may inherit the method. Where the class is one of the JDK, the method does what
     * its interfaces' rules say.
     *
     * @param receiver the object's class
     * @param chosen the method
     * @param called the method as the call names it
     */
    public Member ruled(Class<?> receiver, Member chosen, MethodRef called) {
        if (receiver.getClassLoader() == null) {
            boolean isRuled = choice.of(chosen.declaring(), chosen, called) != null;
            Class<?> owner = isRuled ? null : ruling(receiver, called);
            return owner == null ? chosen : new Member(owner, chosen.flags());
        }
        return nearest(receiver, chosen, called);
    }

    private Member nearest(Class<?> receiver, Member chosen, MethodRef called) {
        RuleChoice.Found own = choice.of(chosen.declaring(), chosen, called);
        RuleChoice.Found nearest = choice.of(receiver, chosen, called);
        if (nearest == null || own != null && own.rule().equals(nearest.rule())) {
            return chosen;
        }
        if (!receiver.isHidden()) {
            return new Member(receiver, chosen.flags());
        }
        if (nearest.rule() instanceof Rule.Clashing(var _, var clash)) {
            throw new NotDifferentiableException(clash);
        }
        return new Member(nearest.type(), chosen.flags());
    }

    /**
     * Returns whether a rule says what a method does, and not its own code.
     *
     * @param owner the class that the method is called on
     * @param member the method, or null if nobody knows it
     */
    public static boolean isRuled(RuleTable rules, Class<?> owner, @Nullable Member member, MethodRef method) {
        for (RuleMode mode : RuleMode.values()) {
            if (isRuled(new RuleChoice(rules, mode), owner, member, method)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRuled(RuleChoice choice, Class<?> owner, @Nullable Member member, MethodRef method) {
        RuleChoice.Found found = member == null ? null : choice.of(owner, member, method);
        Rule rule = found == null ? choice.named(method) : found.rule();
        return rule != null && !(rule instanceof Rule.OptedOut);
    }

    /**
     * Returns whether a rule says what a lambda does, since its interface has one for the method that it implements.
     *
     * @param method the method of the interface
     * @param mode which rules are of use
     */
    public static boolean hasRule(RuleTable rules, Class<?> lambda, Member method, MethodRef called, RuleMode mode) {
        return RuleChoice.ofImplementation(rules, lambda, method, called, mode) != null;
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
        if (isAgain && isCheckpoint(method)) {
            return unnamed(kind, method, false);
        }
        Rule named = choice.named(inRules(method));
        if (named != null && !(dependsOnReceiver(named) && isOpen(kind, method))) {
            Class<?> owner = passages.rights().find(method.owner());
            Target target = target(named, owner, kind, method);
            if (target != null) {
                return target;
            }
        }
        return unnamed(kind, method, named == null);
    }

    /** What a rule for a type says of a method; the type is null if its class is not there. */
    private @Nullable Target target(Rule rule, @Nullable Class<?> type, InvokeKind kind, MethodRef method) {
        return isLeftBelow(rule, type, kind, method)
                ? dispatched()
                : ruleCode.target(rule, kind, method, () -> unnamed(kind, method, false));
    }

    /** Whether a class that may be that of the receiver has another rule. */
    private boolean isLeftBelow(@Nullable Rule rule, @Nullable Class<?> type, InvokeKind kind, MethodRef method) {
        if (kind == InvokeKind.STATIC || kind == InvokeKind.SPECIAL) {
            return false;
        }
        Class<?> owner = passages.rights().find(method.owner());
        return owner != null && type != null && choice.differsBelow(rule, type, owner, method);
    }

    /** What a method is for which there is no rule by its own name, and possibly one for what it overrides. */
    private Target unnamed(InvokeKind kind, MethodRef method, boolean mayInherit) {
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
        RuleChoice.Found inherited = mayInherit ? choice.of(owner, member, method) : null;
        boolean isExact =
                CopiedCode.isExact(kind, owner, member)
                        && !(inherited == null && isLeftBelow(null, owner, kind, method));
        Target target =
                inherited == null || dependsOnReceiver(inherited.rule()) && !isExact
                        ? null
                        : target(inherited.rule(), inherited.type(), kind, method);
        if (target != null) {
            return target;
        }
        if (isThroughHandle(owner, member)) {
            return new Target.Refused(CodeDiagnostics.throughHandle(method));
        }
        return isExact ? copies.body(member.declaring(), method, method) : ofAnyReceiver(kind, member, method);
    }

    /** What stands for a method that the receiver's class chooses, whichever that is. */
    private Target ofAnyReceiver(InvokeKind kind, Member member, MethodRef method) {
        MethodRef declared = declared(member, method);
        boolean mayStand = declared.ownerIsInterface() && !isAlwaysDispatched(kind, method);
        Rule.Replacement rule = mayStand ? rules.ofAnyReceiver(declared) : null;
        Target target = rule == null ? null : ruleCode.ofAnyReceiver(rule, declared);
        return target == null ? dispatched() : target;
    }

    /** A virtual call of an interface's method is one in a replacement of just that method. */
    private static boolean isAlwaysDispatched(InvokeKind kind, MethodRef method) {
        return kind == InvokeKind.VIRTUAL && method.ownerIsInterface();
    }

    private Target dispatched() {
        return new Target.Dispatched(isAgain ? ClassData.linkerAgain() : ClassData.linker());
    }

    /** Its rule finds the derivative of a function when it runs, which is not differentiated again. */
    private static boolean isCheckpoint(MethodRef method) {
        return method.owner().equals(FACADE) && method.name().equals("checkpointed");
    }

    /** Whether a rule for a method does not count for those that override it. */
    private static boolean dependsOnReceiver(Rule rule) {
        return switch (rule) {
            case Rule.Moves _, Rule.Replacement _ -> true;
            case Rule.NonDifferentiable _,
                    Rule.Partials _,
                    Rule.General _,
                    Rule.Refused _,
                    Rule.Clashing _,
                    Rule.OptedOut _ ->
                    false;
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
        return owner != null && member != null && !CopiedCode.isExact(kind, owner, member);
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

    static MethodRef declared(Member member, MethodRef method) {
        String owner = member.declaring().getName().replace('.', '/');
        return new MethodRef(owner, method.name(), method.descriptor(), member.declaring().isInterface());
    }
}
