package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Pipeline;
import dev.fluxion.transform.bits.BitCompanions;
import dev.fluxion.transform.bits.DropCompanions;
import dev.fluxion.transform.exceptions.ModelExceptions;
import dev.fluxion.transform.exceptions.TapeInTry;
import dev.fluxion.transform.inline.Devirtualize;
import dev.fluxion.transform.inline.InlinePolicy;
import dev.fluxion.transform.inline.Inliner;
import dev.fluxion.transform.normalize.Normalize;
import dev.fluxion.transform.range.CountdownTests;
import dev.fluxion.transform.rule.ApplyRules;
import dev.fluxion.transform.rule.PartialValues;
import dev.fluxion.transform.scalar.Allocations;
import dev.fluxion.transform.scalar.ScalarReplacement;
import dev.fluxion.transform.scalar.Twins;
import dev.fluxion.transform.shadow.ShadowRoom;
import dev.fluxion.transform.simplify.RedundantParameters;
import dev.fluxion.transform.simplify.Simplify;
import dev.fluxion.transform.tape.LowerTape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to a function before and after it is differentiated; the order is the documentation. */
public final class Stages {

    /** How many calls are followed of which one gives the object that the next one is made on. */
    private static final int CHOICE_DEPTH = 8;

    private Stages() {}

    /**
     * Returns what is done before differentiation: calls inlined, inner derivatives made, simplified, normalised.
     *
     * @param methods what calls stand for
     * @param library the functions made so far
     */
    public static Pass preparation(MethodSource methods, Library library) {
        return new Preparation(GuardedMethods.of(methods), library);
    }

    /** Returns what calls stand for in code that is being differentiated: API and boxes are not looked into. */
    public static MethodSource guarded(MethodSource methods) {
        return GuardedMethods.of(methods);
    }

    /** Inlines and simplifies the functions of a differentiated program, which can still be differentiated again. */
    public static Program cleanUp(Program program, MethodSource methods) {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (Function function : program.functions().values()) {
            Function inlined = new Inliner(GuardedMethods.of(methods), program, InlinePolicy.DEFAULT).apply(function);
            functions.put(function.name(), Simplify.PIPELINE.apply(inlined));
        }
        return ConstructorCalls.apply(new Program(functions), GuardedMethods.of(methods));
    }

    /** Returns the program as it is compiled: with its tape lowered. It cannot be differentiated again. */
    public static Program lowered(Program program) {
        return lowered(program, List.of());
    }

    /**
     * Returns the program as it is compiled.
     *
     * @param shared functions that run on the tape of others
     */
    public static Program lowered(Program program, List<String> shared) {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (Function function : LowerTape.lower(program, shared).functions().values()) {
            Function plain = new DropCompanions().apply(function);
            boolean isAsBefore = plain.equals(program.function(function.name()));
            functions.put(function.name(), isAsBefore ? plain : Simplify.PIPELINE.apply(plain));
        }
        return new Program(functions);
    }

    /** Returns a lowered program whose shadows are used for one run after the other. */
    public static Program reusable(Program lowered) {
        ShadowRoom room = new ShadowRoom();
        Map<String, Function> functions = new LinkedHashMap<>();
        lowered.functions().forEach((name, function) -> functions.put(name, room.apply(function)));
        return new Program(functions);
    }

    /** Returns the program as the backend gets it, with its loops as the JIT likes them. */
    public static Program finished(Program program) {
        CountdownTests tests = new CountdownTests();
        Map<String, Function> functions = new LinkedHashMap<>();
        program.functions().forEach((name, function) -> functions.put(name, tests.apply(function)));
        return new Program(functions);
    }

    private record Preparation(MethodSource methods, Library library) implements Pass {
        @Override
        public String name() {
            return "prepare";
        }

        @Override
        public Function apply(Function function) {
            Function inlined = dissolved(untangled(inline(function)));
            Function flat = nested(inlined);
            Function open = new Twins(methods, inliner()).apply(new Allocations(methods, inliner()).apply(flat));
            Function simple = Simplify.PIPELINE.apply(new BitCompanions().apply(new Boxes().apply(open)));
            Function modelled = new ModelExceptions().apply(simple);
            return Normalize.PIPELINE.apply(new PartialValues(methods, library).apply(modelled));
        }

        /**
         * What the code derives itself is part of what is derived here; it may be plain Java around other derivatives.
         */
        private Function nested(Function inlined) {
            NestedDerivatives pass = new NestedDerivatives(methods.again(), library);
            Function current = inlined;
            while (true) {
                Function nested = pass.apply(current);
                TapeInTry.check(nested, library);
                if (nested.equals(current)) {
                    return current;
                }
                current = dissolved(untangled(inline(nested)));
            }
        }

        /**
         * An object or lambda that an inlined method returns reaches its call as a block parameter. Without the
         * parameter its class or code is known there, and what is called can be inlined in turn.
         */
        private Function untangled(Function inlined) {
            Function current = inlined;
            for (int depth = 0; depth < CHOICE_DEPTH; depth++) {
                Function plain = makesClosure(current) ? new RedundantParameters().apply(current) : current;
                Function known = new Devirtualize(methods).apply(plain);
                if (known.equals(current) && !makesClosure(current)) {
                    return current;
                }
                Function direct = inline(known);
                if (direct.equals(current)) {
                    return current;
                }
                current = direct;
            }
            return current;
        }

        private static boolean makesClosure(Function function) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.MakeClosure) {
                        return true;
                    }
                }
            }
            return false;
        }

        private Function inline(Function function) {
            return inliner().apply(function);
        }

        private Function dissolved(Function function) {
            return new ScalarReplacement(methods, inliner()).apply(function);
        }

        /** What is inlined may call methods with rules in its turn. */
        private Pass inliner() {
            Pass inliner = new Inliner(methods, library.inlinable(), InlinePolicy.DEFAULT);
            return Pipeline.of("inline", inliner, new ApplyRules(methods, library));
        }
    }
}
