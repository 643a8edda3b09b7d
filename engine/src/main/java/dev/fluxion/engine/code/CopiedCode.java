package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Passage;
import dev.fluxion.engine.access.Passages;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Says which code of other classes may run beside a host, copied into what is emitted there. */
final class CopiedCode {

    private static final int VIRTUAL_TAG = 5;
    private static final int STATIC_TAG = 6;
    private static final int SPECIAL_TAG = 7;
    private static final int INTERFACE_TAG = 9;

    private final Host host;
    private final Passages passages;

    CopiedCode(Host host, Passages passages) {
        this.host = host;
        this.passages = passages;
    }

    /**
     * Returns the code of one method for another that it stands for or is.
     *
     * @param declaring the class that declares the method with the code
     * @param code the method with the code
     * @param method the method that is called, for messages
     */
    Target body(Class<?> declaring, MethodRef code, MethodRef method) {
        try {
            Function function = Bodies.of(declaring, code);
            Diagnostic obstacle = obstacle(function, declaring, new HashSet<>());
            return obstacle == null
                    ? new Target.Body(function)
                    : new Target.Refused(CodeDiagnostics.ofCall(method, obstacle));
        } catch (NotDifferentiableException notRaised) {
            return new Target.Refused(notRaised.diagnostics().getFirst());
        }
    }

    /** Whether the named method is the one that runs, whatever the receiver's class. */
    static boolean isExact(InvokeKind kind, Class<?> owner, Member member) {
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
            boolean again = !visiting.add(HostedMethods.declared(member, method));
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
