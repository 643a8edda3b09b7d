package dev.fluxion.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fluxion.frontend.corpus.Corpus;
import dev.fluxion.frontend.corpus.CorpusMethod;
import dev.fluxion.frontend.corpus.Inputs;
import dev.fluxion.frontend.corpus.Outcome;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.InterpretationException;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.interpret.OutOfFuelException;
import dev.fluxion.ir.interpret.ReflectiveLinkage;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each method of the corpus, raised and interpreted, does what the original does, to the bit. */
class RoundTripTest {
    private static final long FUEL = 20_000;
    private static final int INPUTS = 25;

    @TestFactory
    Stream<DynamicNode> writtenMethodsKeepTheirMeaning() {
        return tests(Corpus.written());
    }

    @TestFactory
    Stream<DynamicNode> assembledMethodsKeepTheirMeaning() {
        return tests(Corpus.assembled());
    }

    @TestFactory
    Stream<DynamicNode> methodsOfTheJdkKeepTheirMeaning() {
        return tests(Corpus.ofJdk());
    }

    @TestFactory
    Stream<DynamicNode> methodsOfLibrariesKeepTheirMeaning() {
        return tests(Corpus.ofLibraries());
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(Corpus.written()).hasSizeGreaterThan(140);
        assertThat(Corpus.assembled()).hasSizeGreaterThan(80);
        assertThat(Corpus.ofJdk()).hasSizeGreaterThan(300);
        assertThat(Corpus.ofLibraries()).hasSizeGreaterThan(500);
    }

    private static Stream<DynamicNode> tests(List<CorpusMethod> methods) {
        Map<Class<?>, List<CorpusMethod>> byClass = new LinkedHashMap<>();
        for (CorpusMethod method : methods) {
            byClass.computeIfAbsent(method.method().getDeclaringClass(), key -> new ArrayList<>()).add(method);
        }
        return byClass.entrySet().stream()
                .map(entry -> {
                    ClassFile file = ClassFile.parse(entry.getValue().getFirst().classBytes());
                    return dynamicContainer(
                            entry.getKey().getName(),
                            entry.getValue().stream()
                                    .map(method -> dynamicTest(method.display(), () -> roundTrip(file, method))));
                });
    }

    private static void roundTrip(ClassFile file, CorpusMethod method) throws Throwable {
        Function function = Raiser.raise(file, method.reference());
        assertThat(Verifier.verify(function)).as(Printer.print(function)).isEmpty();
        String text = Printer.print(function);
        assertThat(Printer.print(Parser.parseFunction(text))).isEqualTo(text);
        Class<?> owner = method.method().getDeclaringClass();
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        for (Object[] arguments : Inputs.of(method, INPUTS)) {
            compare(function, lookup, method, arguments);
        }
    }

    private static void compare(
            Function function, MethodHandles.Lookup lookup, CorpusMethod method, Object[] arguments) {
        Object[] ours = Inputs.copy(arguments);
        Interpreter interpreter =
                new Interpreter(
                                Program.of(List.of(function)),
                                new ReflectiveLinkage(lookup, lookup.lookupClass().getClassLoader()))
                        .withFuel(FUEL);
        Outcome outcome;
        try {
            List<Object> results = interpreter.callAll(function.name(), method.withReceiver(ours));
            outcome = Outcome.of(results.isEmpty() ? null : results.getFirst(), ours);
        } catch (OutOfFuelException | OutOfMemoryError tooLarge) {
            return;
        } catch (InterpretationException defect) {
            throw defect;
        } catch (Throwable thrown) {
            outcome = Outcome.thrown(thrown, ours);
        }
        Object[] theirs = Inputs.copy(arguments);
        assertThat(outcome)
                .as("%s%s", function.name(), Arrays.stream(arguments).map(Outcome::show).toList())
                .isEqualTo(method.run(theirs));
    }
}
