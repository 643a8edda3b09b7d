package dev.fluxion.engine;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;
import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.engine.access.Erasure;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.engine.code.Bodies;
import dev.fluxion.engine.code.HostedMethods;
import dev.fluxion.engine.code.Relocation;
import dev.fluxion.engine.derive.Adapter;
import dev.fluxion.engine.derive.Derivation;
import dev.fluxion.engine.derive.OverwritingEntries;
import dev.fluxion.engine.derive.Primal;
import dev.fluxion.engine.derive.TangentDerivations;
import dev.fluxion.engine.derive.WeightedResults;
import dev.fluxion.engine.lambda.MethodKey;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.sweep.GraphTangent;
import dev.fluxion.runtime.sweep.VectorTangent;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Sweep;
import dev.fluxion.transform.pipeline.Stages;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes code through all stages, once for each method and shape. Thread safe. */
final class Compilations {

    private final ClassCache<Request, Compilation> cache = new ClassCache<>();
    private final Backends backends;
    private final RuleTable rules;
    private final @Nullable Lookup given;
    private final Dispatcher dispatcher;

    Compilations(Backends backends, RuleTable rules, Dispatcher dispatcher, @Nullable Lookup given) {
        this.backends = backends;
        this.rules = rules;
        this.given = given;
        this.dispatcher = dispatcher;
    }

    /** Backend, rules and lookup are the engine's, and so no part of the key. */
    private record Request(MethodKey code, int captured, Shape shape, Wanted wanted, Sweep sweep) {}

    /** What a derivative is in. */
    enum Wanted {
        /** In arguments that are numbers or arrays of numbers. */
        NUMBERS,
        /** In arguments of any kind. */
        OBJECTS,
        /** In what was captured as well. */
        CAPTURED
    }

    /** Returns what derives methods when they are first called on an object of a class. */
    Linker linker() {
        return dispatcher;
    }

    /** Returns the compiled gradient of some code. */
    Compilation of(Subjects.Code code, Shape shape, Wanted wanted) {
        return of(code, shape, wanted, Sweep.GRADIENT);
    }

    /** Returns the compiled derivative of some code. */
    Compilation of(Subjects.Code code, Shape shape, Wanted wanted, Sweep sweep) {
        Request request = new Request(code.key(), code.captured().length, shape, wanted, sweep);
        return cache.get(code.key().owner(), request, () -> make(request, code));
    }

    private Compilation make(Request request, Subjects.Code subject) {
        MethodKey code = request.code();
        Compilation origin = subject.origin();
        Class<?> contract = contract(request);
        Host host = origin == null ? Host.of(code.owner(), contract, given) : origin.host();
        HostedMethods methods = new HostedMethods(host, rules, RuleMode.of(request.sweep()));
        if (request.sweep().isOfGradient()) {
            Compilation gradient = of(subject, request.shape(), Wanted.NUMBERS);
            HostedMethods again = methods.again();
            Derivation second = TangentDerivations.ofGradient(gradient.again().derivation(), request.sweep(), again);
            return compilation(host, gradient.primal(), second, Again.of(second, () -> second), again, contract, code);
        }
        Primal plain = primal(subject, request.shape());
        Primal primal = isWeighted(request) ? WeightedResults.of(plain) : plain;
        Derivation derivation = derivation(request, primal, methods);
        Again again = Again.of(derivation, () -> derivedAgain(request, primal, host));
        return compilation(host, primal.function(), derivation, again, methods, contract, code);
    }

    private Derivation derivedAgain(Request request, Primal primal, Host host) {
        return derivation(request, primal, new HostedMethods(host, rules, RuleMode.of(request.sweep())).again());
    }

    /** Several results have no gradient, but their sum has. */
    private static boolean isWeighted(Request request) {
        return request.shape() == Shape.VECTOR && request.sweep() == Sweep.GRADIENT;
    }

    private Compilation compilation(
            Host host,
            Function primal,
            Derivation derivation,
            Again again,
            HostedMethods methods,
            Class<?> contract,
            MethodKey code) {
        Warnings.log(derivation.equalityGuards());
        CompiledClass compiled = compile(derivation, methods, host, contract, code);
        Compilation compilation = new Compilation(host, primal, derivation, compiled, again);
        CompiledDerivatives.remember(compilation);
        return compilation;
    }

    private static Class<?> contract(Request request) {
        boolean isOfNumbers = request.wanted() == Wanted.NUMBERS;
        if (request.sweep() == Sweep.GRADIENT) {
            return isOfNumbers ? Interfaces.contract(request.shape()) : GraphAdjoint.class;
        }
        return isOfNumbers ? Interfaces.contract(request.shape(), request.sweep()) : GraphTangent.class;
    }

    private static Derivation derivation(Request request, Primal primal, HostedMethods methods) {
        boolean isOfNumbers = request.wanted() == Wanted.NUMBERS;
        if (isOfNumbers && isWeighted(request)) {
            return WeightedResults.derivation(primal, methods);
        }
        if (request.sweep() == Sweep.GRADIENT) {
            return isOfNumbers
                    ? Derivation.of(primal, request.shape(), methods)
                    : Derivation.inObjects(primal, request.wanted() == Wanted.CAPTURED, methods);
        }
        return isOfNumbers
                ? TangentDerivations.inArray(primal, request.shape(), request.sweep(), methods)
                : TangentDerivations.inObjects(primal, methods);
    }

    /** Returns the function that some code is. */
    Primal primal(Subjects.Code subject, Shape shape) {
        MethodKey code = subject.key();
        MethodRef method = code.method();
        int captured = subject.captured().length;
        if (subject.origin() != null) {
            return subject.origin().again().derivation().primal(method.name(), method.descriptor());
        }
        Member member = MemberTable.method(code.owner(), method.name(), method.descriptor());
        if (HostedMethods.isRuled(rules, code.owner(), member, method)) {
            return Adapter.call(method, code.kind(), captured, shape);
        }
        Bodies.requireClassFile(code.owner(), method);
        Class<?> declaring = member == null ? code.owner() : member.declaring();
        MethodRef declared =
                new MethodRef(
                        declaring.getName().replace('.', '/'),
                        method.name(),
                        method.descriptor(),
                        declaring.isInterface());
        InvokeKind kind = code.kind();
        Function body = Bodies.of(declaring, declared);
        return Adapter.adapt(body, new Program(Map.of()), declared, kind, captured, shape);
    }

    private CompiledClass compile(
            Derivation derivation, HostedMethods methods, Host host, Class<?> contract, MethodKey code) {
        Program lowered = Checks.check(Stages.lowered(Checks.check(derivation.program())));
        OverwritingEntries.Result complete = OverwritingEntries.add(lowered, derivation.entries());
        Program ready = contract == VectorTangent.class ? Stages.reusable(complete.program()) : complete.program();
        Relocation.Relocated relocated = Relocation.apply(Stages.finished(ready), methods, dispatcher);
        ClassFile file = ClassFiles.of(code.owner());
        CompilationUnit unit =
                new CompilationUnit(
                        host.lookup(),
                        Checks.check(relocated.program()),
                        contract,
                        complete.entries(),
                        nameable(derivation.captures(), methods),
                        file == null ? "" : file.sourceFile(),
                        simpleName(host.type()) + "$$Fluxion$" + code.method().name(),
                        relocated.classData());
        return backends.backend().compile(unit);
    }

    private static List<Type> nameable(List<Type> captures, HostedMethods methods) {
        Erasure erasure = methods.erasure();
        List<Type> types = new ArrayList<>();
        for (Type capture : captures) {
            types.add(erasure.of(capture));
        }
        return types;
    }

    /** The name without its package; {@link Class#getSimpleName} would load the classes around it. */
    static String simpleName(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
