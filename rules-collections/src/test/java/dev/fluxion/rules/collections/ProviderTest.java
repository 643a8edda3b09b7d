package dev.fluxion.rules.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The provider is found, and its rules name methods that there are. */
class ProviderTest {

    @Test
    void providerIsAnnouncedOnTheModulePathAndOnTheClassPath() throws IOException {
        String service = RuleProvider.class.getName();
        String provider = CollectionsRules.class.getName();
        try (InputStream file = CollectionsRules.class.getResourceAsStream("/META-INF/services/" + service)) {
            assertThat(file).asString(StandardCharsets.UTF_8).isEqualToIgnoringNewLines(provider);
        }
        ModuleDescriptor module = CollectionsRules.class.getModule().getDescriptor();
        assertThat(module.provides())
                .anySatisfy(provides -> {
                    assertThat(provides.service()).isEqualTo(service);
                    assertThat(provides.providers()).containsExactly(provider);
                });
    }

    static List<Class<?>> ruleClasses() {
        return new CollectionsRules().ruleClasses();
    }

    @ParameterizedTest
    @MethodSource("ruleClasses")
    void marksNameMethods(Class<?> rules) {
        Class<?>[] owners = rules.getAnnotation(Rules.class).of();
        List<String> declared = new ArrayList<>();
        for (Class<?> owner : owners) {
            Arrays.stream(owner.getDeclaredMethods()).map(Method::getName).forEach(declared::add);
            Arrays.stream(owner.getDeclaredConstructors()).map(constructor -> "<init>").forEach(declared::add);
        }
        MovesReferences moves = rules.getAnnotation(MovesReferences.class);
        NonDifferentiable none = rules.getAnnotation(NonDifferentiable.class);
        assertThat(declared).containsAll(moves == null ? List.of() : List.of(moves.of()));
        assertThat(declared).containsAll(none == null ? List.of() : List.of(none.of()));
    }

    @ParameterizedTest
    @MethodSource("ruleClasses")
    void replacementsHaveTheSignaturesOfTheirMethods(Class<?> rules) {
        Class<?>[] owners = rules.getAnnotation(Rules.class).of();
        for (Method replacement : rules.getDeclaredMethods()) {
            Replacement mark = replacement.getAnnotation(Replacement.class);
            if (mark != null) {
                assertThat(owners)
                        .as("%s", replacement)
                        .allMatch(owner -> targets(owner, mark.of()).contains(type(replacement)));
            }
        }
    }

    /** The types of the static methods that may stand for those of a name. */
    private static List<MethodType> targets(Class<?> owner, String name) {
        List<MethodType> types = new ArrayList<>();
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                types.add(
                        Modifier.isStatic(method.getModifiers())
                                ? type(method)
                                : type(method).insertParameterTypes(0, owner));
            }
        }
        return types;
    }

    private static MethodType type(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    }
}
