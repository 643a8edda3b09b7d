package dev.fluxion.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.fluxion.arch.Modules.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module may know which. */
final class ArrowsTest {

    @Test
    void irKnowsNothingOfOurs() {
        onlyKnows("ir", "the IR is the language all stages share, and must be usable without any of them");
    }

    @Test
    void apiKnowsOnlyTheIr() {
        onlyKnows("api", "users and providers compile against it, whatever stands behind it", "ir");
    }

    @Test
    void frontendKnowsOnlyTheIrAndTheApi() {
        onlyKnows("frontend", "raising bytecode does not depend on what becomes of it", "ir", "api");
    }

    @Test
    void transformKnowsOnlyTheIrAndTheApi() {
        onlyKnows("transform", "passes go from IR to IR; where it came from is not their business", "ir", "api");
    }

    @Test
    void rulesKnowOnlyTheIrAndTheApi() {
        onlyKnows("rules-core", "our rules get no more than a third party's rules get", "ir", "api");
        onlyKnows("rules-collections", "our rules get no more than a third party's rules get", "ir", "api");
        onlyKnows("rules-special", "our rules get no more than a third party's rules get", "ir", "api");
    }

    @Test
    void backendsKnowOnlyTheIrAndTheApi() {
        onlyKnows("backend-cpu", "our backend gets no more than a third party's backend gets", "ir", "api");
    }

    @Test
    void engineFindsRulesAndBackendsAsServices() {
        onlyKnows(
                "engine",
                "it composes the stages, but providers are discovered, so that any jar can bring one",
                "ir",
                "api",
                "frontend",
                "transform");
    }

    @Test
    void testKitKnowsOnlyTheIrAndTheApi() {
        onlyKnows("test-kit", "what judges derivatives shares nothing with what makes them", "ir", "api");
    }

    @Test
    void cliKnowsOnlyTheApi() {
        onlyKnows("cli", "the command can do what a user's program can do", "ir", "api");
    }

    @Test
    void onlyTheEngineComposes() {
        noClasses()
                .that(not(in("engine")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.google.inject.Guice")
                .because("the engine is the only composition root")
                .check(Modules.all());
    }

    @Test
    void onlyBackendsAndTheEngineKnowGuice() {
        noClasses()
                .that(not(in("engine", "backend-cpu")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject..")
                .because("the other stages are functions; there is nothing in them to inject")
                .check(Modules.all());
    }

    @Test
    void onlyTheEndsReadOrWriteBytecode() {
        noClasses()
                .that(in("ir", "api", "transform", "rules-core", "rules-collections", "rules-special", "cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .because("between frontend and backend there is IR only")
                .check(Modules.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void moduleDescriptorRequiresNoMoreThanTheTableAllows(String folder) {
        var allowed =
                Modules.ARROWS.get(folder).stream()
                        .map(name -> Modules.reference(name).descriptor().name())
                        .collect(Collectors.toUnmodifiableSet());
        assertThat(Modules.reference(folder).descriptor().requires())
                .extracting(Requires::name)
                .filteredOn(name -> name.startsWith("dev.fluxion."))
                .isSubsetOf(allowed);
    }

    static Stream<String> folders() {
        return Modules.ARROWS.keySet().stream().sorted();
    }

    private static void onlyKnows(String folder, String because, String... others) {
        assertThat(Modules.ARROWS.get(folder)).isEqualTo(Set.of(others));
        var known = others.length == 0 ? in(folder) : in(folder).or(in(others));
        var ours = in(Modules.ARROWS.keySet().toArray(String[]::new));
        classes()
                .that(in(folder))
                .should()
                .onlyDependOnClassesThat(
                        describe(
                                "are not ours, or are allowed",
                                (JavaClass type) -> !ours.test(type) || known.test(type)))
                .because(because)
                .check(Modules.all());
    }
}
