package dev.fluxion.engine;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;
import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.engine.code.HostedMethods;
import dev.fluxion.engine.code.Relocation;
import dev.fluxion.engine.derive.Primal;
import dev.fluxion.engine.derive.PullbackDerivation;
import dev.fluxion.engine.lambda.MethodKey;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.Program;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.Tape;
import dev.fluxion.runtime.sweep.GraphPair;
import dev.fluxion.spi.Shape;
import dev.fluxion.transform.pipeline.Stages;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/** Compiles functions in split form, once for each method and shape. Thread safe. */
final class Pullbacks {

    private static final MethodType FORWARD =
            MethodType.methodType(Object.class, Object[].class, Shadows.class, Tape.class);
    private static final MethodType BACKWARD =
            MethodType.methodType(void.class, double.class, double[].class, Shadows.class, Tape.class);

    private final ClassCache<Key, Halves> cache = new ClassCache<>();
    private final Compilations compilations;
    private final Backends backends;
    private final RuleTable rules;
    private final Linker linker;
    private final @Nullable Lookup given;

    Pullbacks(Compilations compilations, Backends backends, RuleTable rules, Linker linker, @Nullable Lookup given) {
        this.compilations = compilations;
        this.backends = backends;
        this.rules = rules;
        this.linker = linker;
        this.given = given;
    }

    private record Key(MethodKey code, int captured, Shape shape) {}

    /** Both halves; the first one takes what was captured before all else. */
    private record Halves(MethodHandle forward, MethodHandle backward) {}

    /** Returns both halves of some code with what it has captured. */
    GraphPair of(Subjects.Code code, Shape shape) {
        Key key = new Key(code.key(), code.captured().length, shape);
        Halves halves = cache.get(code.key().owner(), key, () -> make(code, shape));
        MethodHandle forward = MethodHandles.insertArguments(halves.forward, 0, code.captured()).asType(FORWARD);
        return new Pair(forward, halves.backward);
    }

    private Halves make(Subjects.Code code, Shape shape) {
        Compilation origin = code.origin();
        Host host = origin == null ? Host.of(code.key().owner(), Linker.class, given) : origin.host();
        HostedMethods methods = new HostedMethods(host, rules);
        Primal primal = compilations.primal(code, shape);
        PullbackDerivation derivation = PullbackDerivation.of(primal, methods);
        Warnings.log(derivation.equalityGuards());
        List<String> shared = List.of(derivation.forward(), derivation.backward());
        Program lowered = Checks.check(Stages.lowered(Checks.check(derivation.program()), shared));
        Relocation.Relocated relocated = Relocation.apply(Stages.finished(lowered), methods, linker);
        ClassFile file = ClassFiles.of(code.key().owner());
        CompilationUnit unit =
                new CompilationUnit(
                        host.lookup(),
                        Checks.check(relocated.program()),
                        Object.class,
                        List.of(),
                        List.of(),
                        file == null ? "" : file.sourceFile(),
                        Compilations.simpleName(host.type()) + "$$Fluxion$" + code.key().method().name(),
                        shared,
                        relocated.classData());
        CompiledClass compiled = backends.backend().compile(unit);
        return new Halves(
                compiled.function(derivation.forward()), compiled.function(derivation.backward()).asType(BACKWARD));
    }

    private record Pair(MethodHandle forward, MethodHandle backward) implements GraphPair {
        @Override
        public @Nullable Object augmented(Object[] arguments, Shadows shadows, Tape tape) {
            try {
                return (Object) forward.invokeExact(arguments, shadows, tape);
            } catch (Throwable thrown) {
                throw Pair.<RuntimeException>asItIs(thrown);
            }
        }

        @Override
        public void reverse(double cotangent, double[] partials, Shadows shadows, Tape tape) {
            try {
                backward.invokeExact(cotangent, partials, shadows, tape);
            } catch (Throwable thrown) {
                throw Pair.<RuntimeException>asItIs(thrown);
            }
        }

        /** An exception of the function leaves the derivative as it is, declared or not. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is checked
        private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
