package dev.fluxion.cli;

import static java.util.stream.Collectors.joining;

import dev.fluxion.Explanation;
import dev.fluxion.Fluxion;
import dev.fluxion.cli.point.Derivation;
import dev.fluxion.cli.point.PointParser;
import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.SourceText;
import dev.fluxion.cli.subject.Target;
import dev.fluxion.diagnostic.TapedLine;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fluxion explain}: a method's way from source to compiled gradient. */
@Command(
        name = "explain",
        description = "Show how a gradient is made: source, IR, gradient IR, the gradient as Java, warnings.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  fluxion explain examples/first/Rosenbrock.java",
            "  fluxion explain Model.java#loss --at 1.5,3 --html loss.html",
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private TargetOptions targetOptions;

    @Option(
            names = "--at",
            paramLabel = "VALUES",
            description = "Arguments as of grad, for a method that takes other things than doubles.")
    private @Nullable String at;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page instead of printing.")
    private @Nullable Path html;

    @Override
    public Integer call() {
        Target target = targetOptions.find();
        Sections sections = new Sections(target.title());
        String source = SourceText.of(target);
        if (!source.isEmpty()) {
            sections.add("source", source);
        }
        for (Explanation explanation : explanations(target)) {
            sections.add("function", explanation.source());
            sections.add("IR", explanation.ir());
            sections.add("gradient IR", explanation.adjointIr());
            sections.add("gradient as Java", explanation.java());
            if (!explanation.tape().isEmpty()) {
                sections.add("tape", explanation.tape().stream().map(TapedLine::toString).collect(joining("\n")));
            }
            if (!explanation.warnings().isEmpty()) {
                sections.add("warnings", String.join("\n", explanation.warnings()));
            }
        }
        write(sections);
        return 0;
    }

    private List<Explanation> explanations(Target target) {
        if (at != null) {
            return Derivation.of(target, PointParser.parse(at, target)).explain();
        }
        if (Derivation.isPlain(target.method())) {
            return List.of(Fluxion.explain(target.method(), target.receiver()));
        }
        throw Complaint.usage(target.title() + " takes other things than doubles: give their values with --at");
    }

    private void write(Sections sections) {
        PrintWriter out = spec.commandLine().getOut();
        Path page = html;
        if (page == null) {
            out.print(sections.text());
        } else {
            try {
                Files.writeString(page, sections.html());
            } catch (IOException e) {
                throw Complaint.failure("cannot write " + page + ": " + e.getMessage());
            }
            out.println("wrote " + page);
        }
        out.flush();
    }
}
