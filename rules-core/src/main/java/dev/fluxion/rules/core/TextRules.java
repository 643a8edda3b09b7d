package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.NumberFormat;
import java.util.Formatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Text, and where it is printed or read: a number that becomes text is no longer differentiated. */
@Rules(
        of = {
            String.class,
            CharSequence.class,
            StringBuilder.class,
            StringBuffer.class,
            StringJoiner.class,
            Formatter.class,
            Format.class,
            NumberFormat.class,
            DecimalFormat.class,
            Locale.class,
            PrintStream.class,
            PrintWriter.class,
            Console.class,
            IO.class
        })
@NonDifferentiable
final class TextRules {

    private TextRules() {}
}
