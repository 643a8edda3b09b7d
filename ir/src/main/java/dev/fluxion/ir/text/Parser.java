package dev.fluxion.ir.text;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the text that {@link Printer} prints. Variables and labels get the numbers 0, 1, ... in the order in which they
 * are defined in the text, so that reading a printed function gives the same function but for its numbers.
 *
 * <pre>
 *   program    = function*
 *   function   = "func" "@"name "(" parameters ")" [ "-&gt;" type | "-&gt;" "(" types ")" ] "{" block+ "}"
 *   block      = label [ "(" parameters ")" ] { "catch" type edge } ":" statement* terminator
 *   statement  = [ result { "," result } "=" ] operation [ position ]
 *   result     = variable [ ":" type ]                  the type where it does not follow from the operation
 *   terminator = ( "br" edge | "br_if" value "," edge "," edge
 *                | "switch" value "[" integer ":" edge, ... "]" "else" edge
 *                | "ret" values | "throw" value | "unreachable" ) [ position ]
 *   edge       = label [ "(" values ")" ]
 *   variable   = "%"name, label = "^"name; a name is an identifier, a number, or in quotes, perhaps with "."number
 *   value      = variable | 1 | 1L | 1.0 | 1.0f | inf | nan | inff | nanf | nan:bits | nanf:bits | null | "string"
 *                | "class" type | "handle" handle | "type" descriptor | "dynamic" bootstrap
 *   type       = i32 | i64 | f32 | f64 | bool | i8 | i16 | char | java/lang/String | type[]
 *   method     = [ "itf" | "class" ] java/lang/Math.sin(D)D
 *   field      = java/awt/Point.x: i32
 *   handle     = tag ":" method, or tag ":" owner.name ":" descriptor for a field
 *   bootstrap  = name descriptor "by" handle "[" values "]"
 *   position   = "!" com.acme.Pricer.path(Pricer.java:58) { "&lt;-" where it was inlined }
 * </pre>
 *
 * <p>A semicolon starts a comment that goes to the end of its line. What is not a plain name stands in double quotes.
 */
public final class Parser {

    private Parser() {}

    /**
     * Reads one function.
     *
     * @throws ParseException if the text is not that of one function
     */
    public static Function parseFunction(String text) {
        Scanner in = new Scanner(text);
        Function function = new FunctionParser(in).function();
        if (!in.isAtEnd()) {
            throw in.expected("the end");
        }
        return function;
    }

    /**
     * Reads any number of functions.
     *
     * @throws ParseException if the text is not that of functions with different names
     */
    public static Program parseProgram(String text) {
        Scanner in = new Scanner(text);
        List<Function> functions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!in.isAtEnd()) {
            int start = in.offset();
            Function function = new FunctionParser(in).function();
            if (!names.add(function.name())) {
                throw in.error(start, "there is already a function @" + function.name());
            }
            functions.add(function);
        }
        return Program.of(functions);
    }
}
