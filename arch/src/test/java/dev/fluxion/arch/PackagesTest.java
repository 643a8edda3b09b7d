package dev.fluxion.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static dev.fluxion.arch.Modules.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds inside each module. */
final class PackagesTest {

    private static final SliceAssignment PACKAGE =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    // the IR's statements hold operations, whose operands are the IR's values: one data model in two
                    // folders, see docs/decisions/0002-ir.md
                    String name = type.getPackageName();
                    return SliceIdentifier.of(name.equals("dev.fluxion.ir.op") ? "dev.fluxion.ir" : name);
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            };

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void packagesAreFreeOfCycles(String folder) {
        slices().assignedFrom(PACKAGE)
                .should()
                .beFreeOfCycles()
                .because("a package that needs itself through another one cannot be read alone")
                .check(Modules.classes(folder));
    }

    @Test
    void everyPackageIsNullMarked() {
        var marked =
                Modules.all().stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toUnmodifiableSet());
        assertThat(Modules.all())
                .as("NullAway takes an unmarked package on trust")
                .extracting(JavaClass::getPackageName)
                .filteredOn(name -> !name.isEmpty())
                .isSubsetOf(marked);
    }

    @Test
    void onlyTheCommandWritesToTheConsole() {
        noClasses()
                .that(DescribedPredicate.not(in("cli")))
                .and()
                .doNotHaveFullyQualifiedName("dev.fluxion.rules.core.ControlRules")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because(
                        "a library is silent but for showGradient, which says that it prints; else it throws or"
                                + " returns")
                .check(Modules.all());
    }

    static Stream<String> folders() {
        return Modules.ARROWS.keySet().stream().sorted();
    }
}
