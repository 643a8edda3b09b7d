package dev.fluxion.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The modules of the product, as the build has just compiled them. */
final class Modules {

    /** Each module's folder, and the modules of ours that it may require. The table of the architecture page. */
    static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("ir", Set.of()),
                    Map.entry("api", Set.of("ir")),
                    Map.entry("frontend", Set.of("ir", "api")),
                    Map.entry("transform", Set.of("ir", "api")),
                    Map.entry("rules-core", Set.of("ir", "api")),
                    Map.entry("rules-collections", Set.of("ir", "api")),
                    Map.entry("rules-special", Set.of("ir", "api")),
                    Map.entry("backend-cpu", Set.of("ir", "api")),
                    Map.entry("engine", Set.of("ir", "api", "frontend", "transform")),
                    Map.entry("test-kit", Set.of("ir", "api")),
                    Map.entry("cli", Set.of("ir", "api")));

    private static final Map<String, JavaClasses> CLASSES =
            ARROWS.keySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(), folder -> new ClassFileImporter().importPath(output(folder))));

    private static final JavaClasses ALL =
            new ClassFileImporter().importPaths(ARROWS.keySet().stream().map(Modules::output).toList());

    private Modules() {}

    /** Returns where the sources of a module are. */
    static Path sources(String folder) {
        return Path.of("..", folder, "src", "main", "java");
    }

    /** Returns the classes of all modules. */
    static JavaClasses all() {
        return ALL;
    }

    /** Returns the classes of one module. */
    static JavaClasses classes(String folder) {
        return CLASSES.get(folder);
    }

    /** Returns the module itself, with its descriptor. */
    static ModuleReference reference(String folder) {
        return List.copyOf(ModuleFinder.of(output(folder)).findAll()).getFirst();
    }

    /** Selects the classes of some modules. */
    static DescribedPredicate<JavaClass> in(String... folders) {
        var names =
                Arrays.stream(folders)
                        .flatMap(folder -> classes(folder).stream())
                        .map(JavaClass::getName)
                        .collect(Collectors.toUnmodifiableSet());
        return DescribedPredicate.describe(
                "in " + String.join(", ", folders), type -> names.contains(type.getBaseComponentType().getName()));
    }

    private static Path output(String folder) {
        return Path.of("..", folder, System.getProperty("fluxion.target", "target"), "classes");
    }
}
