package dev.fluxion.testkit.junit;

import dev.fluxion.testkit.numbers.RandomTangent;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Makes the random tangents that a test asks for by {@link Seed}, and says in a failure what their seed was. */
public final class RandomTangentResolver implements ParameterResolver, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(RandomTangentResolver.class);

    /** JUnit makes it. */
    public RandomTangentResolver() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Seed.class) && parameter.getParameter().getType() == RandomTangent.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        long seed = parameter.findAnnotation(Seed.class).map(Seed::value).orElseThrow();
        context.publishReportEntry("seed of random tangents", Long.toString(seed));
        RandomTangent random = new RandomTangent(seed);
        context.getStore(NAMESPACE).put("random", random);
        return random;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        RandomTangent random = context.getStore(NAMESPACE).get("random", RandomTangent.class);
        if (random != null) {
            thrown.addSuppressed(new SeedOfFailure(random.toString()));
        }
        throw thrown;
    }
}
