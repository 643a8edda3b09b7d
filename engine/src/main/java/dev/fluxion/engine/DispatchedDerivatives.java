package dev.fluxion.engine;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.code.HostedMethods;
import dev.fluxion.engine.code.Relocation;
import dev.fluxion.engine.dispatch.ReceiverCode;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.runtime.Linker;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.adjoint.ReverseMode;
import dev.fluxion.transform.pipeline.Stages;
import dev.fluxion.transform.tangent.ForwardMode;
import dev.fluxion.transform.tangent.TangentKind;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles.Lookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differentiates and compiles what receivers' classes choose. Thread safe. */
final class DispatchedDerivatives {

    static final char REVERSE = 'R';

    /** Forward mode with sets of inputs, one at once; the next letters are several. */
    private static final char FIRST_OF_PATTERNS = 'a';

    private final Linker linker;
    private final Backends backends;
    private final RuleTable rules;
    private final @Nullable Lookup given;

    /**
     * Prepares to differentiate.
     *
     * @param linker links what the derivatives call in turn
     */
    DispatchedDerivatives(Linker linker, Backends backends, RuleTable rules, @Nullable Lookup given) {
        this.linker = linker;
        this.backends = backends;
        this.rules = rules;
        this.given = given;
    }

    /** The halves of one part's derivative by the sweep that they are for, and its order. */
    private record Halves(Map<String, Function> functions, int order) {}

    /**
     * Returns the derivative of ordinary code, or of a compiled derivative.
     *
     * @param method the name of the method, for the name of the class
     * @param mode {@code R} for reverse, the number of lanes for forward, a letter for sets of inputs
     * @param level see {@link dev.fluxion.runtime.DynamicCall}
     * @param receiver the class of the receiver
     * @param isAgain whether it is going to be differentiated again
     */
    DispatchedDerivative first(
            ReceiverCode code, String method, char mode, int level, Class<?> receiver, boolean isAgain) {
        Work work = new Work(code.declaring(), receiver, mode, isAgain);
        Map<String, Function> functions = new LinkedHashMap<>(code.program().functions());
        functions.put(code.function().name(), code.function());
        functions.values().forEach(work.library::put);
        int order = work.add("", code.function(), level + 1);
        // where the primal has derivatives in it, its order is more than the caller asks for
        return work.compiled(method, order > level + 1 ? order - 1 : 0);
    }

    /** Returns the derivative of a derivative, in the same terms. */
    DispatchedDerivative next(DispatchedDerivative inner, char mode, int level, Class<?> receiver, boolean isAgain) {
        Work work = new Work(inner.declaring(), receiver, mode, isAgain);
        inner.program().functions().values().forEach(work.library::put);
        for (Map.Entry<String, String> part : inner.names().entrySet()) {
            String sweep = part.getKey();
            int wanted = (inner.ownOrders() == 0 ? level : inner.ownOrders()) + sweep.length() + 1;
            int order = work.add(sweep, inner.program().function(part.getValue()), wanted);
            if (order != wanted) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.DYNAMIC_CALL,
                                "cannot differentiate the derivative of " + inner.method() + " again",
                                "it remembers more than there are stacks for in calls that the receiver's class"
                                        + " chooses",
                                "a static or final method instead of that call"));
            }
        }
        return work.compiled(inner.method(), inner.ownOrders());
    }

    /** The derivatives of all parts. */
    private final class Work {

        private final Class<?> declaring;
        private final char mode;
        private final Host host;
        private final HostedMethods methods;
        private final Library library = new Library();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, Function> functions = new LinkedHashMap<>();

        Work(Class<?> declaring, Class<?> receiver, char mode, boolean isAgain) {
            this.declaring = declaring;
            this.mode = mode;
            this.host = Host.of(declaring, Linker.class, given);
            HostedMethods once = new HostedMethods(host, rules, rules(mode));
            this.methods = isAgain ? once.again() : once;
            if (receiver.isHidden()) {
                methods.passages().rights().define(receiver.getName().replace('.', '/'), receiver);
            }
        }

        /** Differentiates a part and returns the order of its derivative. */
        int add(String sweep, Function primal, int order) {
            Halves halves = halves(primal, mode, order, methods, library);
            for (Map.Entry<String, Function> half : halves.functions().entrySet()) {
                functions.putAll(library.programOf(half.getValue()).functions());
                names.put(sweep + half.getKey(), half.getValue().name());
            }
            return halves.order();
        }

        DispatchedDerivative compiled(String method, int ownOrders) {
            List<String> shared = List.copyOf(names.values());
            Program clean = Checks.check(Stages.cleanUp(Checks.check(new Program(functions)), methods));
            Program lowered = Checks.check(Stages.lowered(clean, shared));
            Relocation.Relocated relocated = Relocation.apply(Stages.finished(lowered), methods, linker);
            ClassFile file = ClassFiles.of(declaring);
            CompilationUnit unit =
                    new CompilationUnit(
                            host.lookup(),
                            Checks.check(relocated.program()),
                            Object.class,
                            List.of(),
                            List.of(),
                            file == null ? "" : file.sourceFile(),
                            Compilations.simpleName(host.type()) + "$$Fluxion$" + method,
                            shared,
                            relocated.classData());
            return new DispatchedDerivative(
                    declaring, method, clean, names, backends.backend().compile(unit), ownOrders);
        }
    }

    /** Returns which rules are of use for a derivative, see {@link #REVERSE}. */
    static RuleMode rules(char mode) {
        if (mode == REVERSE) {
            return RuleMode.REVERSE;
        }
        return mode >= FIRST_OF_PATTERNS ? RuleMode.PATTERN : RuleMode.FORWARD;
    }

    private static Halves halves(Function primal, char mode, int order, MethodSource methods, Library library) {
        if (mode == REVERSE) {
            ReverseMode.Pair pair =
                    new ReverseMode(Stages.guarded(methods), Stages.preparation(methods, library), library)
                            .pair(primal, order);
            Warnings.log(pair.equalityGuards());
            Map<String, Function> both = new LinkedHashMap<>();
            both.put("A", pair.augmented());
            both.put("R", pair.reverse());
            return new Halves(both, pair.order());
        }
        ForwardMode.Dispatched tangent =
                new ForwardMode(
                                Stages.guarded(methods),
                                Stages.preparation(methods, library),
                                library,
                                mode >= FIRST_OF_PATTERNS ? TangentKind.INDEX_SETS : TangentKind.NUMBERS,
                                mode >= FIRST_OF_PATTERNS ? mode - FIRST_OF_PATTERNS + 1 : mode - '0')
                        .dispatched(primal, order);
        Warnings.log(tangent.equalityGuards());
        return new Halves(Map.of(String.valueOf(mode), tangent.tangent()), tangent.order());
    }
}
