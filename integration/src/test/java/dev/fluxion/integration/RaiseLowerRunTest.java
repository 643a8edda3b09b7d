package dev.fluxion.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fluxion.frontend.ClassFile;
import dev.fluxion.frontend.Raiser;
import dev.fluxion.frontend.corpus.Corpus;
import dev.fluxion.frontend.corpus.CorpusMethod;
import dev.fluxion.frontend.corpus.Inputs;
import dev.fluxion.frontend.corpus.Outcome;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.interpret.OutOfFuelException;
import dev.fluxion.ir.interpret.ReflectiveLinkage;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.normalize.Normalize;
import dev.fluxion.transform.simplify.Simplify;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Each method of the corpus, raised, simplified, lowered and run, does what the original does, to the bit. */
final class RaiseLowerRunTest {

    private static final int INPUTS = 12;
    private static final long FUEL = 20_000;

    @TestFactory
    Stream<DynamicTest> writtenMethodsRunAsTheOriginals() {
        return tests(Corpus.written());
    }

    @TestFactory
    Stream<DynamicTest> assembledMethodsRunAsTheOriginals() {
        return tests(Corpus.assembled());
    }

    @TestFactory
    Stream<DynamicTest> methodsOfLibrariesRunAsTheOriginals() {
        return tests(Corpus.ofLibraries());
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(Corpus.written()).hasSizeGreaterThan(140);
        assertThat(Corpus.assembled()).hasSizeGreaterThan(80);
        assertThat(Corpus.ofLibraries()).hasSizeGreaterThan(500);
    }

    private static Stream<DynamicTest> tests(List<CorpusMethod> methods) {
        return methods.stream().map(method -> dynamicTest(method.display(), () -> check(method)));
    }

    private static void check(CorpusMethod method) throws Throwable {
        Function raised = Raiser.raise(ClassFile.parse(method.classBytes()), method.reference());
        Function simplified = Normalize.PIPELINE.apply(Simplify.PIPELINE.apply(raised));
        assertThat(Verifier.verify(simplified)).isEmpty();
        MethodHandles.Lookup host =
                MethodHandles.privateLookupIn(method.method().getDeclaringClass(), MethodHandles.lookup());
        Lowered.Boxed lowered = Lowered.compile(simplified, host);
        for (Object[] arguments : Inputs.of(method, INPUTS)) {
            if (ends(raised, host, method, arguments)) {
                Object[] ours = Inputs.copy(arguments);
                Object[] theirs = Inputs.copy(arguments);
                assertThat(run(lowered, method, ours))
                        .as("%s%s", raised.name(), Arrays.stream(arguments).map(Outcome::show).toList())
                        .isEqualTo(method.run(theirs));
            }
        }
    }

    /** Random arguments may ask for a loop of a billion rounds; the interpreter can be told to give up. */
    private static boolean ends(
            Function function, MethodHandles.Lookup lookup, CorpusMethod method, Object[] arguments) {
        ReflectiveLinkage linkage = new ReflectiveLinkage(lookup, lookup.lookupClass().getClassLoader());
        Interpreter interpreter = new Interpreter(Program.of(List.of(function)), linkage).withFuel(FUEL);
        try {
            interpreter.callAll(function.name(), method.withReceiver(Inputs.copy(arguments)));
            return true;
        } catch (OutOfFuelException | OutOfMemoryError tooLarge) {
            return false;
        } catch (Throwable thrown) {
            return true;
        }
    }

    private static Outcome run(Lowered.Boxed lowered, CorpusMethod method, Object[] arguments) {
        Object[] given = method.withReceiver(arguments).clone();
        for (int i = 0; i < given.length; i++) {
            given[i] = widened(given[i]);
        }
        try {
            return Outcome.of(lowered.call(given), arguments);
        } catch (Throwable thrown) {
            return Outcome.thrown(thrown, arguments);
        }
    }

    /** The IR knows booleans, bytes, shorts and chars as integers only. */
    private static Object widened(Object argument) {
        return switch (argument) {
            case null -> null;
            case Boolean value -> value ? 1 : 0;
            case Character value -> (int) value;
            case Byte value -> (int) value;
            case Short value -> (int) value;
            default -> argument;
        };
    }
}
