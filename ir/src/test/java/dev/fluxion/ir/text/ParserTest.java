package dev.fluxion.ir.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.Function;

import org.junit.jupiter.api.Test;

/** What the parser says about texts that are not functions, and what it forgives. */
final class ParserTest {

    @Test
    void errorsSayWhereAndWhatWasExpected() {
        fails("fun @f() {}", "1:1: expected 'func', found 'fun'");
        fails("func f() {}", "1:6: expected '@', found 'f'");
        fails("func @f() {\n}", "2:1: expected '^', found '}'");
        fails("func @f() {\n^entry\n    ret\n}", "3:5: expected ':', found 'ret'");
        fails("func @f(%x f64) {", "1:12: expected ':', found 'f64'");
        fails("func @f() {\n^e:\n  ret", "3:6: expected a value, found the end");
        fails(body("%0 = multiply 1, 2"), "3:10: expected an operation, found 'multiply'");
        fails(body("%0 = add 1"), "4:5: expected ',', found 'ret'");
        fails(body("%0 = add 1, $"), "3:17: expected a value, found '$'");
        fails(body("%0 = add 1, 99999999999"), "3:17: not a number that fits: '99999999999'");
        fails(body("%0 = add 1, 0x10"), "3:17: not a number that fits: '0x10'");
        fails(body("%0 = convert 1 to java/lang/String"), "3:23: expected a primitive type");
        fails(body("%0 = new_array f64 (1)"), "3:20: expected an array type");
        fails(body("%0 = check_cast null, i32"), "3:27: expected a class or array type");
        fails(body("invoke java/lang/Math.sin(D)D (1.0)"), "3:12: expected static, virtual, interface or special");
        fails(body("invoke static java/lang/Math.sin(Q)D (1.0)"), "3:37: expected a descriptor");
        fails(body("%0 = add \"a, 2"), "3:14: this string does not end on its line");
        fails(body("%0 = add \"\\q\", 2"), "3:14: this string has an unknown escape: \\q");
        fails(body("br_if 1, ^entry"), "4:5: expected ',', found 'ret'");
        fails(body("switch 1 [a: ^entry] else ^entry"), "3:15: expected an integer, found a");
        fails(body("unreachable"), "4:5: expected '^', found 'ret'");
    }

    @Test
    void namesMustBeDefinedOnce() {
        fails(body("%0 = add %x, 1"), "3:14: %x is not defined");
        fails(body("%x = neg 1\n    %x = neg 2"), "4:5: %x is defined twice");
        fails(body("br ^there\n^e2:"), "3:8: no block is labelled ^there");
        fails("func @f() {\n^a:\n    ret\n^a:\n    ret\n}", "4:1: ^a is defined twice");
        assertThatThrownBy(() -> Parser.parseProgram(body("%0 = neg 1") + body("%0 = neg 1")))
                .hasMessage("6:1: there is already a function @f");
    }

    @Test
    void typesThatDoNotFollowMustBeWritten() {
        fails(body("%0 = call @g()"), "3:5: the results of a call need types: %name: type");
        fails(body("%0 = neg %1\n    %1 = neg %0"), "3:5: the types of these results do not follow; write %name: type");
        fails(body("neg 1"), "3:5: this operation has 1 results, not 0");
    }

    @Test
    void commentsSpaceAndOrderAreFree() {
        Function free =
                Parser.parseFunction(
                        """
                        ; a function
                        func @f(%x:f64)->f64{^a:br ^c ; and go on
                        ^b: ret %y
                        ^c: %y=mul %x,%x br ^b
                        }
                        """);
        assertThat(Printer.print(free))
                .isEqualTo(
                        """
                        func @f(%x: f64) -> f64 {
                        ^a:
                            br ^c
                        ^b:
                            ret %y
                        ^c:
                            %y = mul %x, %x
                            br ^b
                        }
                        """);
    }

    @Test
    void errorsKnowTheirPlace() {
        assertThatThrownBy(() -> Parser.parseFunction("func @f(\n  &)"))
                .isInstanceOfSatisfying(
                        ParseException.class,
                        error -> {
                            assertThat(error.line()).isEqualTo(2);
                            assertThat(error.column()).isEqualTo(3);
                        });
    }

    private static String body(String statements) {
        return "func @f() {\n^entry:\n    " + statements + "\n    ret\n}\n";
    }

    private static void fails(String text, String message) {
        assertThatThrownBy(() -> Parser.parseFunction(text))
                .isInstanceOf(ParseException.class)
                .hasMessageStartingWith(message);
    }
}
