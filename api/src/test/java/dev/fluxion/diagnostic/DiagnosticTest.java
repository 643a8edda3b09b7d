package dev.fluxion.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.Position;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DiagnosticTest {

    private static final Position PATH = position("com.acme.Pricer", "path", "Pricer.java", 58);
    private static final Position PRICE = position("com.acme.Pricer", "price", "Pricer.java", 31);
    private static final Position LAMBDA = position("com.acme.Main", "lambda$main$0", "Main.java", 12);

    private static final Diagnostic RANDOM =
            new Diagnostic(
                    ErrorId.NO_RULE,
                    "cannot differentiate the call to java.util.Random.nextDouble()",
                    PATH,
                    "no rule says how its result depends on its inputs, and its own code reads private state of"
                            + " java.base",
                    List.of(PRICE, LAMBDA),
                    "stopGradient(...) around it, or a rule (docs/rules.md)");

    @Test
    void rendersAllThatIsKnown() {
        Golden.check("all-parts", RANDOM.render());
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Golden.check("no-parts", Diagnostic.of(ErrorId.NULL_FUNCTION, "cannot differentiate null", "", "").render());
    }

    @Test
    void takesItsChainFromThePosition() {
        Position inlined = PATH.inlinedAt(PRICE).inlinedAt(LAMBDA);
        Diagnostic diagnostic = Diagnostic.of(RANDOM.id(), RANDOM.what(), inlined, RANDOM.why(), RANDOM.remedy());
        assertThat(diagnostic.render()).isEqualTo(RANDOM.render());
    }

    @Test
    void cutsVeryLongChains() {
        List<Position> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(position("com.acme.Tree", "walk", "Tree.java", i + 1));
        }
        Diagnostic deep = new Diagnostic(ErrorId.NATIVE_METHOD, "cannot differentiate f", PATH, "", List.of(), "");
        Golden.check("long-chain", deep.reachedFrom(calls).render());
    }

    @Test
    void exceptionSaysAllReasonsOnce() {
        Diagnostic other =
                Diagnostic.of(ErrorId.NATIVE_METHOD, "cannot differentiate g", PRICE, "it is native", "a rule");
        NotDifferentiableException exception = new NotDifferentiableException(List.of(RANDOM, other, RANDOM));
        assertThat(exception.diagnostics()).containsExactly(RANDOM, other);
        Golden.check("two-reasons", exception.getMessage());
    }

    @Test
    void exceptionOfOneReasonIsItsText() {
        assertThat(new NotDifferentiableException(RANDOM)).hasMessage(RANDOM.render()).hasNoCause();
        Exception cause = new Exception();
        assertThat(new NotDifferentiableException(RANDOM, cause)).hasCause(cause);
    }

    @Test
    void exceptionNeedsAReason() {
        assertThatThrownBy(() -> new NotDifferentiableException(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exceptionKeepsItsMessageWhenSerialized() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new NotDifferentiableException(RANDOM));
        }
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        NotDifferentiableException copy = (NotDifferentiableException) in.readObject();
        assertThat(copy).hasMessage(RANDOM.render());
        assertThat(copy.diagnostics()).isEmpty();
    }

    private static Position position(String className, String method, String file, int line) {
        return new Position(className, method, file, line, Optional.empty());
    }
}
