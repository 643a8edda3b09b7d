package dev.fluxion.testkit.junit;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.testkit.rules.RuleCase;
import dev.fluxion.testkit.rules.RuleTester;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes one test of each rule; see {@link RuleTest}. */
public final class RuleTestExtension implements TestTemplateInvocationContextProvider {

    /** JUnit makes it. */
    public RuleTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(RuleTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        RuleTest test = method.getAnnotation(RuleTest.class);
        RandomArguments arguments = new RandomArguments(List.of(method.getAnnotationsByType(Domain.class)));
        List<TestTemplateInvocationContext> tests = new ArrayList<>();
        for (RuleCase rule : tester(test).cases()) {
            tests.add(new OneRule(new RandomRule(rule, arguments, test.points(), test.seed())));
        }
        return tests.stream();
    }

    private static RuleTester tester(RuleTest test) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> given : test.value()) {
            if (RuleProvider.class.isAssignableFrom(given)) {
                classes.addAll(provider(given).ruleClasses());
            } else {
                classes.add(given);
            }
        }
        return RuleTester.of(classes.toArray(Class<?>[]::new)).seed(test.seed());
    }

    private static RuleProvider provider(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (RuleProvider) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
    }

    private record OneRule(RandomRule rule) implements TestTemplateInvocationContext, ParameterResolver {

        @Override
        public String getDisplayName(int invocationIndex) {
            return rule.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RandomRule.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return rule;
        }
    }
}
