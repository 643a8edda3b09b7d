package dev.fluxion.ir.verify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks functions against the contract of the IR.
 *
 * <p>Blocks and edges:
 *
 * <ol>
 *   <li>No two blocks have the same label.
 *   <li>Every edge, ordinary or to a handler, leads to a block of the function.
 *   <li>No edge leads to the entry.
 *   <li>An edge passes one value for each parameter of its target, of its type.
 *   <li>A handler's target has a first parameter that takes the exception, and the handler one value for each other
 *       parameter, of its type.
 * </ol>
 *
 * <p>Variables:
 *
 * <ol start="6">
 *   <li>Each variable is defined once.
 *   <li>Each variable that is used is defined, with the same type; in reachable blocks the definition dominates the
 *       use. What a statement defines does not dominate the handlers of its own block.
 *   <li>What a handler passes is defined before its block is entered, or is one of the block's parameters.
 *   <li>Variables and results of functions have computational types.
 * </ol>
 *
 * <p>Statements and ends of blocks:
 *
 * <ol start="10">
 *   <li>A statement has the results that its operation gives, of its types.
 *   <li>An operation has operands of the types that it takes, and makes sense in itself: floating DIV and REM are
 *       {@code Binary}, integer ones {@code IntegerDivide}; references are compared by EQ and NE only; an array is made
 *       with at least one length and not more than its dimensions.
 *   <li>The arguments of {@code Invoke}, {@code New}, {@code InvokeDynamic} and {@code MakeClosure} fit the descriptor,
 *       behind the receiver where there is one; only {@code New} and {@code SPECIAL} name constructors.
 *   <li>{@code Call} names a function of the program, with its parameters and results. (Checked in programs only.)
 *   <li>Numbers of tape stacks are not negative, and a stack holds values of one type throughout: {@code i32, i64, f32,
 *       f64}, or references.
 *   <li>Conditions and selectors are {@code i32}, the keys of a switch are different, what is thrown is a reference.
 *   <li>A return gives the values that the function declares, of its types.
 * </ol>
 *
 * <p>What "of its type" means for references is said at {@link Assignability}. Linear in the size of the function.
 */
public final class Verifier {

    private Verifier() {}

    /** Returns the broken rules of a function, none if it is well-formed; calls of other functions are not followed. */
    public static List<Problem> verify(Function function) {
        Report report = new Report(function);
        run(function, report, null, new HashMap<>());
        return report.problems();
    }

    /** Returns the broken rules of all functions of a program, none if they are well-formed. */
    public static List<Problem> verify(Program program) {
        List<Problem> problems = new ArrayList<>();
        Map<Integer, Type> stacks = new HashMap<>();
        for (Function function : program.functions().values()) {
            Report report = new Report(function);
            run(function, report, program, stacks);
            problems.addAll(report.problems());
        }
        return problems;
    }

    /**
     * Returns the function.
     *
     * @throws MalformedIrException if it breaks a rule, with all broken rules and its listing
     */
    public static Function check(Function function) {
        List<Problem> problems = verify(function);
        if (!problems.isEmpty()) {
            throw new MalformedIrException(problems, Printer.print(function));
        }
        return function;
    }

    /**
     * Returns the program.
     *
     * @throws MalformedIrException if it breaks a rule, with all broken rules and its listing
     */
    public static Program check(Program program) {
        List<Problem> problems = verify(program);
        if (!problems.isEmpty()) {
            throw new MalformedIrException(problems, Printer.print(program));
        }
        return program;
    }

    private static void run(Function function, Report report, @Nullable Program program, Map<Integer, Type> stacks) {
        for (Type type : function.resultTypes()) {
            if (!type.computational().equals(type)) {
                report.function(9, "a result has the storage type " + type);
            }
        }
        GraphRules graph = new GraphRules(function, report);
        graph.check();
        new VariableRules(function, report).check(graph.isWhole());
        OperandRules operands = new OperandRules(report);
        CallRules calls = new CallRules(report, program);
        TapeRules tape = new TapeRules(report, stacks);
        EndRules ends = new EndRules(function, report);
        for (Block block : function.blocks()) {
            for (var statement : block.statements()) {
                report.at(block, statement);
                Op op = statement.op();
                operands.check(op);
                calls.check(statement);
                tape.check(op);
            }
            report.atEnd(block);
            ends.check(block.terminator());
        }
    }
}
