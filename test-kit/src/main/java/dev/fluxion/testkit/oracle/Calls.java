package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of Java methods. */
final class Calls {

    private final Machine machine;
    private final Types types;
    private final MethodBodies bodies;
    private final Path path;
    private final Natives natives;
    private final Sites sites;
    private final Boxes boxes;
    private final Set<Class<?>> initialized = new HashSet<>();
    private final Map<MethodRef, Function> raised = new HashMap<>();

    Calls(Machine machine, Types types, Fields fields, MethodBodies bodies, Arithmetic arithmetic) {
        this.machine = machine;
        this.types = types;
        this.bodies = bodies;
        this.path = arithmetic.path();
        this.boxes = new Boxes(arithmetic);
        this.natives = new Natives(types, arithmetic, boxes);
        this.sites = new Sites(types, this);
    }

    Sites sites() {
        return sites;
    }

    /** Runs the initialisers of a class of the program, once. */
    void initialize(Class<?> type) {
        if (!Types.isOurs(type) || !initialized.add(type)) {
            return;
        }
        if (type.getSuperclass() != null) {
            initialize(type.getSuperclass());
        }
        MethodRef initializer = new MethodRef(type.getName().replace('.', '/'), "<clinit>", "()V", type.isInterface());
        if (hasInitializer(type)) {
            run(initializer, List.of());
        }
    }

    private static boolean hasInitializer(Class<?> type) {
        return ClassInitializers.has(type);
    }

    /** Makes an object with a constructor. */
    HeapObject construct(MethodRef constructor, List<@Nullable Object> arguments) {
        Class<?> type = types.of(constructor.owner());
        initialize(type);
        HeapObject object = new HeapObject(type);
        List<@Nullable Object> all = new ArrayList<>();
        all.add(object);
        all.addAll(arguments);
        exactly(constructor, all);
        return object;
    }

    /** Calls a method; the receiver, if any, is the first argument. Gives its result, or nothing. */
    List<@Nullable Object> invoke(InvokeKind kind, MethodRef method, List<@Nullable Object> arguments) {
        return switch (kind) {
            case STATIC -> {
                Class<?> owner = types.of(method.owner());
                initialize(owner);
                List<@Nullable Object> known = natives.call(method, arguments);
                yield known != null ? known : exactly(types.resolve(owner, method), arguments);
            }
            case SPECIAL -> {
                Operations.present(arguments.getFirst());
                yield exactly(
                        method.name().equals("<init>") ? method : types.resolve(types.of(method.owner()), method),
                        arguments);
            }
            case VIRTUAL, INTERFACE -> dispatch(method, arguments);
        };
    }

    private List<@Nullable Object> dispatch(MethodRef method, List<@Nullable Object> arguments) {
        Object receiver = Operations.present(arguments.getFirst());
        if (receiver instanceof Closure closure && closure.name().equals(method.name())) {
            List<@Nullable Object> all = new ArrayList<>(closure.captured());
            all.addAll(arguments.subList(1, arguments.size()));
            path.add(closure.implementation().hashCode());
            Object result = apply(closure.implementation(), all);
            return method.isVoid() ? List.of() : Arrays.asList(boxes.adapt(result, method.returnType()));
        }
        Class<?> type = types.classOf(receiver);
        path.add(type.getName().hashCode());
        if (!Types.isOurs(type)) {
            List<@Nullable Object> known = natives.call(method, arguments);
            if (known != null) {
                return known;
            }
        }
        // javac calls private methods by invokevirtual, too; a subclass may have one of the same name
        return exactly(types.isPrivate(method) ? method : types.resolve(type, method), arguments);
    }

    /** Runs what a method handle stands for; gives its result, or null. */
    @Nullable Object apply(HandleRef handle, List<@Nullable Object> arguments) {
        MethodRef method = handle.method();
        boolean isStatic = handle.tag() == 6 || handle.tag() == 8;
        List<@Nullable Object> adapted = new ArrayList<>(arguments);
        List<Type> parameters = method.parameterTypes();
        int skipped = isStatic ? 0 : 1;
        for (int i = 0; i < parameters.size(); i++) {
            adapted.set(i + skipped, boxes.adapt(adapted.get(i + skipped), parameters.get(i)));
        }
        List<@Nullable Object> results =
                switch (handle.tag()) {
                    case 5 -> invoke(InvokeKind.VIRTUAL, method, adapted);
                    case 6 -> invoke(InvokeKind.STATIC, method, adapted);
                    case 7 -> invoke(InvokeKind.SPECIAL, method, adapted);
                    case 8 -> List.of(construct(method, adapted));
                    case 9 -> invoke(InvokeKind.INTERFACE, method, adapted);
                    default -> throw new OracleException("the method handle " + handle);
                };
        return results.isEmpty() ? null : results.getFirst();
    }

    private List<@Nullable Object> exactly(MethodRef method, List<@Nullable Object> arguments) {
        List<@Nullable Object> known = natives.call(method, arguments);
        return known != null ? known : run(method, arguments);
    }

    private List<@Nullable Object> run(MethodRef method, List<@Nullable Object> arguments) {
        Function function = raised.get(method);
        if (function == null) {
            try {
                function = bodies.of(method);
            } catch (RuntimeException refused) {
                throw new OracleException("the method " + method.display(), refused);
            }
            raised.put(method, function);
        }
        return machine.run(function, arguments);
    }

    /** Returns the value of a field or method of an object, for code that is made when it first runs. */
    @Nullable Object read(HandleRef handle, Object object) {
        if (handle.tag() > 4) {
            return apply(handle, Arrays.asList(object));
        }
        String key = ((ClassType) Type.of("L" + handle.owner() + ";")).internalName().replace('/', '.');
        return ((HeapObject) object).fields.get(key + "." + handle.name());
    }
}
