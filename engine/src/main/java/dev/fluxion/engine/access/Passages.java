package dev.fluxion.engine.access;

import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Modifier;

/** Decides for each operation how code beside a host can do it. Not thread safe. */
public final class Passages {

    private static final Passage DIRECT = new Passage.Direct();
    private static final Passage RESPELLED = new Passage.Respelled();
    static final int FIRST_METHOD_TAG = 5;
    private static final int STATIC_TAG = 6;
    private static final int SPECIAL_TAG = 7;
    private static final int INTERFACE_TAG = 9;

    private final Host host;
    private final Rights rights;

    /** Makes the passages of one host. */
    public Passages(Host host) {
        this.host = host;
        this.rights = new Rights(host.type());
    }

    /** Returns the host's rights. */
    public Rights rights() {
        return rights;
    }

    /** Returns how the operation of a statement can be done. */
    public Passage of(Statement statement) {
        Op op = statement.op();
        for (Value operand : op.operands()) {
            if (operand instanceof Constant constant && !mayUse(constant) && !ForeignMembers.isClass(constant)) {
                return new Passage.Denied("the constant " + constant + " names a class or member of others", false);
            }
        }
        return switch (op) {
            case Op.GetField get -> field(get.field());
            case Op.PutField put -> write(put.field());
            case Op.GetStatic get -> field(get.field());
            case Op.PutStatic put -> field(put.field());
            case Op.New make -> make(make);
            case Op.Invoke invoke when invoke.method().name().equals("<init>") ->
                    new Passage.Denied("a constructor cannot be run on an object that was made before", false);
            case Op.Invoke invoke -> call(invoke.kind(), invoke.method());
            case Op.InstanceOf test -> type(test.type());
            case Op.CheckCast cast -> type(cast.type());
            case Op.NewArray array -> type(array.type());
            case Op.MakeClosure closure -> closure(closure);
            case Op.InvokeDynamic dynamic -> site(dynamic.site(), statement.position().className().replace('.', '/'));
            case Op.Negate x -> DIRECT;
            case Op.Binary x -> DIRECT;
            case Op.IntegerDivide x -> DIRECT;
            case Op.Compare x -> DIRECT;
            case Op.ThreeWay x -> DIRECT;
            case Op.Convert x -> DIRECT;
            case Op.Select x -> DIRECT;
            case Op.ArrayLoad x -> DIRECT;
            case Op.ArrayStore x -> DIRECT;
            case Op.ArrayLength x -> DIRECT;
            case Op.Monitor x -> DIRECT;
            case Op.Call x -> DIRECT;
            case Op.TapePush x -> DIRECT;
            case Op.TapePop x -> DIRECT;
            case Op.TapeReserve x -> DIRECT;
            case Op.TapeRelease x -> DIRECT;
            case Op.TapeTop x -> DIRECT;
        };
    }

    private Passage type(Type type) {
        if (rights.mayName(type)) {
            return DIRECT;
        }
        return rights.isFound(type)
                ? new Passage.Handle(MethodHandles.publicLookup())
                : new Passage.Denied("class " + display(type) + " is not found there", false);
    }

    private Passage field(FieldRef field) {
        if (rights.mayAccess(field)) {
            return DIRECT;
        }
        String what = "field " + field.owner().replace('/', '.') + "." + field.name();
        Class<?> owner = rights.find(field.owner());
        Member member = owner == null ? null : MemberTable.field(owner, field.name(), field.type().descriptor());
        return throughHandle(what, member);
    }

    private Passage make(Op.New make) {
        return ObjectMaking.isAllocation(make)
                ? new Passage.Handle(MethodHandles.publicLookup())
                : call(InvokeKind.SPECIAL, ObjectMaking.constructor(make));
    }

    /** A final field is written where an object was made with zeroed fields; else it has its value already. */
    private Passage write(FieldRef field) {
        Class<?> owner = rights.find(field.owner());
        Member member = owner == null ? null : MemberTable.field(owner, field.name(), field.type().descriptor());
        if (member == null || !Modifier.isFinal(member.flags()) || Modifier.isStatic(member.flags())) {
            return field(field);
        }
        if (!mayAllocate(member.declaring())) {
            return new Passage.Settled();
        }
        Lookup lookup = Privilege.on(member.declaring(), host.given());
        return lookup == null ? new Passage.Settled() : new Passage.Handle(lookup);
    }

    /**
     * Returns whether objects of the class and its subclasses can be made with zeroed fields: where the final fields
     * that the class declares can be written.
     */
    public boolean mayAllocate(Class<?> type) {
        boolean isOpen = type.getModule().isOpen(type.getPackageName(), Passages.class.getModule());
        return isOpen && !type.isRecord() && !type.isHidden() && !type.isEnum() && RawAllocation.isPossible();
    }

    private Passage call(InvokeKind kind, MethodRef method) {
        boolean special = kind == InvokeKind.SPECIAL && !method.name().equals("<init>");
        if (rights.mayCall(kind, method)) {
            return special ? RESPELLED : DIRECT;
        }
        String what = "method " + method.display();
        Class<?> owner = rights.find(method.owner());
        Member member = owner == null ? null : MemberTable.method(owner, method.name(), method.descriptor());
        return throughHandle(what, member);
    }

    private Passage throughHandle(String what, @Nullable Member member) {
        if (member == null) {
            return new Passage.Denied(what + " is not found there", false);
        }
        Lookup lookup = Privilege.on(member.declaring(), host.given());
        if (lookup == null) {
            String module = member.declaring().getModule().getName();
            return new Passage.Denied(what + " is " + access(member) + " in module " + module, true);
        }
        return new Passage.Handle(lookup);
    }

    private static String access(Member member) {
        int flags = member.flags();
        if (Modifier.isPrivate(flags)) {
            return "private";
        }
        return Modifier.isPublic(flags)
                ? "not exported"
                : Modifier.isProtected(flags) ? "protected" : "package-private";
    }

    private Passage closure(Op.MakeClosure closure) {
        return mayUse(closure.implementation()) && mayUse(closure.site())
                ? DIRECT
                : linked(closure.site(), closure.implementation().owner());
    }

    private Passage site(Bootstrap site, String origin) {
        return mayUse(site) ? DIRECT : linked(site, origin);
    }

    /** A site that is linked now, with the rights of the class that it stands in. */
    private Passage linked(Bootstrap site, String origin) {
        Class<?> declaring = origin.isEmpty() ? null : rights.find(origin);
        Lookup lookup = declaring == null ? null : Privilege.on(declaring, host.given());
        return lookup == null
                ? new Passage.Denied("the call site of " + site.name() + " refers to members of others", false)
                : new Passage.Handle(lookup);
    }

    private boolean mayUse(Constant constant) {
        return switch (constant) {
            case Constant.ClassConstant literal -> rights.mayName(literal.literal());
            case Constant.HandleConstant handle -> mayUse(handle.handle());
            case Constant.MethodTypeConstant type -> mayNameAll(type.descriptor());
            case Constant.DynamicConstant dynamic ->
                    mayUse(dynamic.bootstrap().method()) && mayUseArguments(dynamic.bootstrap());
            case Constant.IntConstant x -> true;
            case Constant.LongConstant x -> true;
            case Constant.FloatConstant x -> true;
            case Constant.DoubleConstant x -> true;
            case Constant.NullConstant x -> true;
            case Constant.StringConstant x -> true;
        };
    }

    private boolean mayUse(Bootstrap site) {
        return mayNameAll(site.descriptor()) && mayUse(site.method()) && mayUseArguments(site);
    }

    private boolean mayUseArguments(Bootstrap site) {
        for (Object argument : site.arguments()) {
            boolean allowed =
                    switch (argument) {
                        case Type type -> rights.mayName(type);
                        case HandleRef handle -> mayUse(handle);
                        case Bootstrap.MethodTypeRef type -> mayNameAll(type.descriptor());
                        case Bootstrap nested -> mayUse(nested.method()) && mayUseArguments(nested);
                        default -> true; // numbers and strings
                    };
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private boolean mayNameAll(String methodDescriptor) {
        return rights.mayNameTypesOf(new MethodRef("", "", methodDescriptor, false));
    }

    private boolean mayUse(HandleRef handle) {
        if (handle.tag() < FIRST_METHOD_TAG) {
            return rights.mayAccess(new FieldRef(handle.owner(), handle.name(), Type.of(handle.descriptor())));
        }
        InvokeKind kind =
                switch (handle.tag()) {
                    case STATIC_TAG -> InvokeKind.STATIC;
                    case SPECIAL_TAG -> InvokeKind.SPECIAL;
                    case INTERFACE_TAG -> InvokeKind.INTERFACE;
                    default -> InvokeKind.VIRTUAL;
                };
        return rights.mayCall(kind, handle.method()) && mayNameAll(handle.descriptor());
    }

    private static String display(Type type) {
        return type.toString().replace('/', '.');
    }
}
