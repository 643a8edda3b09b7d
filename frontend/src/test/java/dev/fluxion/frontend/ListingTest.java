package dev.fluxion.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.frontend.corpus.Corpus;
import dev.fluxion.frontend.corpus.CorpusMethod;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.text.Printer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What classic methods look like once raised. {@code -Dgolden.update=true} rewrites the listings. */
class ListingTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scalars.copies",
                "Scalars.floatOrder",
                "Control.nanGuards",
                "Control.fallThrough",
                "Control.labelledBreak",
                "Control.criticalEdges",
                "LoopCorpus.pow",
                "LoopCorpus.swap",
                "LoopCorpus.rotate",
                "LoopCorpus.loopAtStart",
                "LoopCorpus.deadCarry",
                "ArrayCorpus.longs",
                "ArrayCorpus.booleanOrByte",
                "ExceptionCorpus.seenByHandler",
                "ExceptionCorpus.finallyRuns",
                "ExceptionCorpus.synchronizedMethod",
                "ObjectCorpus.nestedArguments",
                "ObjectCorpus.concat",
                "ObjectCorpus.capture",
                "AssembledWithFrames.irreducible",
                "AssembledWithoutFrames.commonSuperclass",
                "AssembledWithFrames.dup2X1Long",
            })
    void isAsExpected(String name) throws IOException {
        StringBuilder listing = new StringBuilder();
        for (CorpusMethod method : find(name)) {
            Function function = Raiser.raise(ClassFile.parse(method.classBytes()), method.reference());
            listing.append(Printer.print(function).stripTrailing()).append('\n');
        }
        Path file = GOLDEN.resolve(name + ".ir");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, listing);
        }
        assertThat(file).content().isEqualTo(listing.toString());
    }

    private static List<CorpusMethod> find(String name) {
        List<CorpusMethod> all = new ArrayList<>(Corpus.written());
        all.addAll(Corpus.assembled());
        all.removeIf(method -> !method.display().startsWith(name + "("));
        return all;
    }
}
