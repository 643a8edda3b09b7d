package dev.fluxion.engine.access;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
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
    private final Map<Member, Integer> indices = new LinkedHashMap<>();
    private final List<Object> handles = new ArrayList<>();

    /** Makes the lowering for one host. */
    public ForeignMembers(Rights rights) {
        this.rights = rights;
    }

    private record Member(Class<? extends Op> operation, Object kind, Object symbol) {}

    /** Returns the handles, in the order of the indices that the lowered operations use. */
    public List<Object> handles() {
        return List.copyOf(handles);
    }

    /** Returns a call that does what the operation does, through a handle that the lookup makes. */
    public Op lower(Op op, Lookup lookup) {
        return switch (op) {
            case Op.GetStatic get -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = get.field();
                            return lookup.findStaticGetter(owner(field.owner()), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.GetStatic.class, "", get.field()), handle, op);
            }
            case Op.PutStatic put -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = put.field();
                            return lookup.findStaticSetter(owner(field.owner()), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.PutStatic.class, "", put.field()), handle, op);
            }
            case Op.GetField get -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = get.field();
                            return lookup.findGetter(owner(field.owner()), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.GetField.class, "", get.field()), handle, op);
            }
            case Op.PutField put -> {
                MethodHandle handle =
                        make(() -> {
                            FieldRef field = put.field();
                            return lookup.findSetter(owner(field.owner()), field.name(), loaded(field.type()));
                        });
                yield call(new Member(Op.PutField.class, "", put.field()), handle, op);
            }
            case Op.New make -> {
                MethodRef constructor = make.constructor();
                MethodHandle handle = make(() -> lookup.findConstructor(owner(constructor.owner()), type(constructor)));
                yield call(new Member(Op.New.class, "", constructor), handle, op);
            }
            case Op.Invoke invoke -> {
                MethodHandle handle = make(() -> method(invoke.kind(), invoke.method(), lookup));
                yield call(new Member(Op.Invoke.class, invoke.kind(), invoke.method()), handle, op);
            }
            default -> throw new IllegalArgumentException("not an operation on a member: " + op);
        };
    }

    private MethodHandle method(InvokeKind kind, MethodRef method, Lookup lookup) throws ReflectiveOperationException {
        Class<?> owner = owner(method.owner());
        return switch (kind) {
            case STATIC -> lookup.findStatic(owner, method.name(), type(method));
            case VIRTUAL, INTERFACE -> lookup.findVirtual(owner, method.name(), type(method));
            case SPECIAL -> lookup.findSpecial(lookup.lookupClass(), method.name(), type(method), lookup.lookupClass());
        };
    }

    private Op call(Member member, MethodHandle handle, Op op) {
        Integer index = indices.get(member);
        if (index == null) {
            index = ClassData.RESERVED + handles.size();
            indices.put(member, index);
            handles.add(handle);
        }
        List<Value> arguments = new ArrayList<>();
        arguments.add(ClassData.at(index, METHOD_HANDLE));
        arguments.addAll(op.operands());
        String descriptor = handle.type().toMethodDescriptorString();
        MethodRef invokeExact = new MethodRef(METHOD_HANDLE, "invokeExact", descriptor, false);
        return new Op.Invoke(InvokeKind.VIRTUAL, invokeExact, arguments);
    }

    private Class<?> owner(String internalName) throws ClassNotFoundException {
        Class<?> found = rights.find(internalName);
        if (found == null) {
            throw new ClassNotFoundException(internalName);
        }
        return found;
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
