package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Text, and where it is printed or read: a number that becomes text is no longer differentiated. */
@Rules(
        of = {
            String.class,
            CharSequence.class,
            StringBuilder.class,
            StringBuffer.class,
            PrintStream.class,
            PrintWriter.class,
            Console.class,
            IO.class
        })
@NonDifferentiable
final class TextRules {

    private TextRules() {}
}
