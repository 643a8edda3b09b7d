package dev.fluxion.engine.access;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers operations on members that the host may not use itself to calls of constant method handles, which the JIT
 * treats like the members themselves.
 *
 * <pre>{@code
 * %log = getstatic com/acme/Pricer.log:Lorg/slf4j/Logger;                    // private, in another nest
 * %log = invoke virtual MethodHandle.invokeExact()Lorg/slf4j/Logger; (dynamic classDataAt[0])
 * }</pre>
 */
public final class ForeignMembers {

    private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";
    private final Rights rights;
    private final Erasure erasure;
    private final ForeignTypes types;
    private final ForeignSites sites;
    private final Map<Member, Integer> indices = new LinkedHashMap<>();
    private final List<Object> objects = new ArrayList<>();

    /** Makes the lowering for one host. */
    public ForeignMembers(Rights rights) {
        this.rights = rights;
        this.erasure = new Erasure(rights);
        this.types = new ForeignTypes(rights);
        this.sites = new ForeignSites(rights);
    }

    private record Member(Class<? extends Op> operation, Object kind, Object symbol) {}

    /** Returns the handles and classes, in the order of the indices that the lowered operations use. */
    public List<Object> objects() {
        return List.copyOf(objects);
    }

    /**
     * Returns a call that does what the operation does, through a handle that the lookup makes.
     *
     * @param lookup on the class that declares the member, which may know nothing of the class that the operation names
     */
    public Op lower(Op op, Lookup lookup) {
        return switch (op) {
            case Op.GetStatic get -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = get.field();
                            return lookup.findStaticGetter(lookup.lookupClass(), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.GetStatic.class, "", get.field()), handle, op);
            }
            case Op.PutStatic put -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = put.field();
                            return lookup.findStaticSetter(lookup.lookupClass(), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.PutStatic.class, "", put.field()), handle, op);
            }
            case Op.GetField get -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = get.field();
                            return lookup.findGetter(lookup.lookupClass(), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.GetField.class, "", get.field()), handle, op);
            }
            case Op.PutField put -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = put.field();
                            return setter(lookup, field);
                        });
                yield call(new Member(Op.PutField.class, "", put.field()), handle, op);
            }
            case Op.New make when ObjectMaking.isAllocation(make) -> {
                MethodHandle handle = RawAllocation.of(types.loaded(new ClassType(make.constructor().owner())));
                yield call(new Member(Op.New.class, "", make.constructor()), handle, op);
            }
            case Op.New make -> {
                MethodRef constructor = ObjectMaking.constructor(make);
                MethodHandle handle = make(() -> lookup.findConstructor(lookup.lookupClass(), type(constructor)));
                yield call(new Member(Op.New.class, "", constructor), handle, op);
            }
            case Op.Invoke invoke -> {
                MethodHandle handle = make(() -> method(invoke.kind(), invoke.method(), lookup));
                yield call(new Member(Op.Invoke.class, invoke.kind(), invoke.method()), handle, op);
            }
            case Op.InstanceOf test ->
                    call(new Member(Op.InstanceOf.class, "", test.type()), make(() -> types.test(test)), op);
            case Op.CheckCast cast ->
                    call(new Member(Op.CheckCast.class, "", cast.type()), make(() -> types.cast(cast)), op);
            case Op.NewArray array -> {
                MethodHandle handle = make(() -> types.allocation(array));
                yield call(new Member(Op.NewArray.class, array.lengths().size(), array.type()), handle, op);
            }
            case Op.MakeClosure closure -> site(closure.site(), op, lookup);
            case Op.InvokeDynamic dynamic -> site(dynamic.site(), op, lookup);
            default -> throw new IllegalArgumentException("not an operation on a member or type: " + op);
        };
    }

    /** Each call site is linked for itself: it may have state, such as the lambda that it makes once. */
    private Op site(Bootstrap site, Op op, Lookup lookup) {
        MethodHandle handle = make(() -> sites.link(site, lookup));
        return call(new Member(op.getClass(), objects.size(), site), handle, op);
    }

    /** Returns whether a constant is a class, which can be handed over where it may not be named. */
    static boolean isClass(Constant constant) {
        return constant instanceof Constant.ClassConstant;
    }

    /** Returns what stands for an operand: a class that may not be named comes from the class data. */
    public Value operand(Value value) {
        if (!(value instanceof Constant.ClassConstant literal) || rights.mayName(literal.literal())) {
            return value;
        }
        Member member = new Member(Op.class, "", literal.literal());
        return ClassData.at(index(member, types.loaded(literal.literal())), "java/lang/Class");
    }

    private int index(Member member, Object object) {
        Integer index = indices.get(member);
        if (index == null) {
            index = ClassData.RESERVED + objects.size();
            indices.put(member, index);
            objects.add(object);
        }
        return index;
    }

    /** A final field is written through reflection that was made accessible. */
    private MethodHandle setter(Lookup lookup, FieldRef named) throws ReflectiveOperationException {
        Class<?> owner = lookup.lookupClass();
        MemberTable.Member member = MemberTable.field(owner, named.name(), named.type().descriptor());
        if (member == null || !Modifier.isFinal(member.flags())) {
            return lookup.findSetter(owner, named.name(), loaded(named.type()));
        }
        Field field = owner.getDeclaredField(named.name());
        field.setAccessible(true);
        return lookup.unreflectSetter(field);
    }

    private MethodHandle method(InvokeKind kind, MethodRef method, Lookup lookup) throws ReflectiveOperationException {
        Class<?> owner = lookup.lookupClass();
        return switch (kind) {
            case STATIC -> lookup.findStatic(owner, method.name(), type(method));
            case VIRTUAL, INTERFACE -> lookup.findVirtual(owner, method.name(), type(method));
            case SPECIAL -> special(method, lookup, owner);
        };
    }

    /** An abstract method stands for what the receiver has. */
    private MethodHandle special(MethodRef method, Lookup lookup, Class<?> owner) throws ReflectiveOperationException {
        MemberTable.Member member = MemberTable.method(owner, method.name(), method.descriptor());
        return member != null && Modifier.isAbstract(member.flags())
                ? lookup.findVirtual(owner, method.name(), type(method))
                : lookup.findSpecial(owner, method.name(), type(method), owner);
    }

    private Op call(Member member, MethodHandle handle, Op op) {
        MethodHandle erased = handle.asType(erasure.of(handle.type()));
        int index = index(member, erased);
        List<Value> arguments = new ArrayList<>();
        arguments.add(ClassData.at(index, METHOD_HANDLE));
        arguments.addAll(op.operands());
        String descriptor = erased.type().toMethodDescriptorString();
        MethodRef invokeExact = new MethodRef(METHOD_HANDLE, "invokeExact", descriptor, false);
        return new Op.Invoke(InvokeKind.VIRTUAL, invokeExact, arguments);
    }

    private Class<?> loaded(Type type) {
        return MethodType.fromMethodDescriptorString("()" + type.descriptor(), rights.loader()).returnType();
    }

    private MethodType type(MethodRef method) {
        return MethodType.fromMethodDescriptorString(method.descriptor(), rights.loader());
    }

    private interface Maker {
        MethodHandle make() throws ReflectiveOperationException;
    }

    private static MethodHandle make(Maker maker) {
        try {
            return maker.make();
        } catch (ReflectiveOperationException vanished) {
            throw new IllegalStateException("a member that was there is no longer accessible", vanished);
        }
    }
}
