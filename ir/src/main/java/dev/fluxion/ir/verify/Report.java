package dev.fluxion.ir.verify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.text.Printer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one function; texts are made only where there are any. */
final class Report {

    private final Function function;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Printer printer;
    private @Nullable Block block;
    private @Nullable Object part;

    Report(Function function) {
        this.function = function;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Says that what follows is about a statement. */
    void at(Block current, Statement statement) {
        block = current;
        part = statement;
    }

    /** Says that what follows is about a block's terminator. */
    void atEnd(Block current) {
        block = current;
        part = current.terminator();
    }

    /** Says that what follows is about a block's handler. */
    void at(Block current, Handler handler) {
        block = current;
        part = handler;
    }

    /** Says that what follows is about a block as a whole. */
    void at(Block current) {
        block = current;
        part = null;
    }

    /** Adds a problem with what was last said to be checked. */
    void add(int rule, String what) {
        String label = block == null ? "" : printer().text(block.label());
        problems.add(new Problem(rule, function.name(), label, text(), what));
    }

    /** Adds a problem with the function as a whole. */
    void function(int rule, String what) {
        problems.add(new Problem(rule, function.name(), "", "", what));
    }

    /** Returns the value's text. */
    String text(Value value) {
        return printer().text(value);
    }

    /** Returns a printer of the function. */
    Printer printer() {
        Printer known = printer;
        if (known == null) {
            known = Printer.of(function);
            printer = known;
        }
        return known;
    }

    private String text() {
        return switch (part) {
            case Statement statement -> printer().text(statement);
            case Terminator terminator -> printer().text(terminator);
            case Handler handler -> printer().text(handler);
            case null, default -> "";
        };
    }
}
