package dev.fluxion.cli;

import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.Target;
import dev.fluxion.cli.subject.Targets;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which method is meant. */
final class TargetOptions {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.java[#method]",
            description = {
                "A Java file, compiled in memory, and which of its methods: without a name the one that takes"
                        + " doubles and returns one."
            })
    private @Nullable String file;

    @Option(
            names = "--class",
            paramLabel = "CLASS[#method]",
            description = "A compiled class instead of a file, by its full name.")
    private @Nullable String className;

    @Option(
            names = {"--class-path", "-cp"},
            paramLabel = "PATH",
            defaultValue = "",
            description = "Where the class, or what the file needs, is found: folders, jars, folder/*.")
    private String classPath;

    @Option(
            names = "--receiver",
            paramLabel = "FIELD",
            description = {
                "The static field that holds the object to call an instance method on. Without it: the only constant"
                        + " of the class's own type, else a new object."
            })
    private @Nullable String receiver;

    /** Finds the method, and makes its class loader the one where services are looked for. */
    Target find() {
        String place = file;
        String type = className;
        Target target;
        if (place != null && type == null) {
            target = Targets.inFile(place, classPath, receiver);
        } else if (type != null && place == null) {
            target = Targets.inClass(type, classPath, receiver);
        } else {
            throw Complaint.usage("name a Java file, or a class with --class");
        }
        Thread.currentThread().setContextClassLoader(target.loader());
        return target;
    }
}
