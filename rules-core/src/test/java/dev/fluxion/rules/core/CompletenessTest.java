package dev.fluxion.rules.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** No method is forgotten, and no rule is for nothing. */
class CompletenessTest {

    /** Arguments of floating-point type that rightly have no partial. */
    private static final Set<String> NO_PARTIAL =
            Set.of("copySign(DD)D/1", "copySign(FF)F/1", "nextAfter(DD)D/1", "nextAfter(FD)F/1");

    @ParameterizedTest
    @ValueSource(classes = {Math.class, StrictMath.class})
    void everyMethodHasAPartialPerArgumentOrIsMarkedNonDifferentiable(Class<?> owner) {
        Set<String> missing = new TreeSet<>();
        int methods = 0;
        for (Method method : owner.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers())) {
                continue;
            }
            methods++;
            if (!RuleBook.isNonDifferentiable(method)) {
                missing.addAll(withoutPartial(method));
            }
        }
        assertThat(methods).isGreaterThan(90);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Double.class, Float.class})
    void everyStaticHelperHasARuleButBoxing(Class<?> owner) {
        Set<String> missing = new TreeSet<>();
        for (Method method : owner.getDeclaredMethods()) {
            boolean helper = Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers());
            if (helper && !RuleBook.isNonDifferentiable(method)) {
                missing.addAll(withoutPartial(method));
            }
        }
        assertThat(missing).hasSize(1).first().asString().startsWith("valueOf(");
    }

    @Test
    void everyMarkNamesAMethod() {
        List<String> unknown = new ArrayList<>();
        for (Class<?> rules : new CoreRules().ruleClasses()) {
            Class<?>[] owners = rules.getAnnotation(Rules.class).of();
            for (String name : owners.length == 0 ? List.<String>of() : marked(rules)) {
                if (!declared(owners).contains(name)) {
                    unknown.add(rules.getSimpleName() + ": " + name);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<String> marked(Class<?> rules) {
        List<String> names = new ArrayList<>();
        NonDifferentiable none = rules.getAnnotation(NonDifferentiable.class);
        MovesReferences moves = rules.getAnnotation(MovesReferences.class);
        names.addAll(none == null ? List.of() : List.of(none.of()));
        names.addAll(moves == null ? List.of() : List.of(moves.of()));
        for (Refused refused : rules.getAnnotationsByType(Refused.class)) {
            names.addAll(List.of(refused.of()));
        }
        for (Method method : rules.getDeclaredMethods()) {
            Replacement replacement = method.getAnnotation(Replacement.class);
            if (replacement != null) {
                Class<?> owner = rules.getAnnotation(Rules.class).of()[0];
                boolean anyTypes = owner.isArray() || owner == VarHandle.class; // whose calls have types of their own
                names.add(replacement.of() + (anyTypes ? "" : replaced(method, replacement.of(), owner)));
            }
        }
        return names;
    }

    /** The descriptor of what a method replaces: without the first parameter, if that is the receiver. */
    private static String replaced(Method replacement, String name, Class<?> owner) {
        MethodType type = MethodType.methodType(replacement.getReturnType(), replacement.getParameterTypes());
        for (Method method : owner.getDeclaredMethods()) {
            boolean isInstance = !Modifier.isStatic(method.getModifiers());
            if (isInstance
                    && method.getName().equals(name)
                    && type.parameterCount() == method.getParameterCount() + 1
                    && descriptor(method).equals(type.dropParameterTypes(0, 1).descriptorString())) {
                return descriptor(method);
            }
        }
        return type.descriptorString();
    }

    @Test
    void providerIsAnnouncedOnTheModulePathAndOnTheClassPath() throws IOException {
        String service = RuleProvider.class.getName();
        try (InputStream file = CoreRules.class.getResourceAsStream("/META-INF/services/" + service)) {
            assertThat(file).asString(StandardCharsets.UTF_8).isEqualToIgnoringNewLines(CoreRules.class.getName());
        }
        ModuleDescriptor module = CoreRules.class.getModule().getDescriptor();
        assertThat(module.provides())
                .anySatisfy(provides -> {
                    assertThat(provides.service()).isEqualTo(service);
                    assertThat(provides.providers()).containsExactly(CoreRules.class.getName());
                });
    }

    @Test
    void everyRuleClassIsMarked() {
        assertThat(new CoreRules().ruleClasses()).allMatch(rules -> rules.isAnnotationPresent(Rules.class));
    }

    private static List<String> withoutPartial(Method method) {
        List<String> missing = new ArrayList<>();
        Class<?>[] parameters = method.getParameterTypes();
        String text = method.getName() + descriptor(method);
        boolean none = true;
        for (int i = 0; i < parameters.length; i++) {
            int wrt = i;
            boolean floating = parameters[i] == double.class || parameters[i] == float.class;
            none &= !floating;
            boolean has =
                    RuleBook.entries().stream().anyMatch(entry -> entry.target().equals(method) && entry.wrt() == wrt);
            if (floating && !has && !NO_PARTIAL.contains(text + "/" + i)) {
                missing.add(text + "/" + i);
            }
        }
        return none ? List.of(text) : missing;
    }

    private static Set<String> declared(Class<?>[] owners) {
        Set<String> names = new TreeSet<>();
        for (Class<?> owner : owners) {
            if (owner.isArray()) {
                names.add("clone"); // which reflection does not show
            }
            for (Method method : owner.getDeclaredMethods()) {
                names.add(method.getName());
                names.add(method.getName() + descriptor(method));
            }
            for (Executable constructor : owner.getDeclaredConstructors()) {
                names.add("<init>");
                names.add(
                        "<init>"
                                + MethodType.methodType(void.class, constructor.getParameterTypes())
                                        .descriptorString());
            }
        }
        return names;
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }
}
