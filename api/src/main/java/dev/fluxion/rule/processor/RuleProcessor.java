package dev.fluxion.rule.processor;

import dev.fluxion.rule.Forward;
import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Checks that the signatures of rules fit the methods that they are for. It makes no files and claims no annotations.
 *
 * <pre>{@code
 * <plugin>
 *   <artifactId>maven-compiler-plugin</artifactId>
 *   <configuration><proc>full</proc></configuration>
 * </plugin>
 * }</pre>
 */
public final class RuleProcessor extends AbstractProcessor {

    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Partial.class, Replacement.class, Reverse.class, Forward.class);

    private @Nullable Duplicates duplicates;

    /** Makes the processor; javac does. */
    public RuleProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fluxion.rule.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Rules.class)) {
            boolean movesReferences = element.getAnnotation(MovesReferences.class) != null;
            String wrong = new RuleCheck(processingEnv, (TypeElement) element).wrongHolder(movesReferences);
            if (wrong != null) {
                error(wrong, element);
            }
        }
        for (Class<? extends Annotation> kind : KINDS) {
            for (Element element : round.getElementsAnnotatedWith(kind)) {
                check((ExecutableElement) element, kind);
            }
        }
        for (Element element : round.getElementsAnnotatedWith(NonDifferentiable.class)) {
            check((TypeElement) element, "@NonDifferentiable", element.getAnnotation(NonDifferentiable.class).of());
        }
        for (Element element : round.getElementsAnnotatedWith(OptOut.class)) {
            check((TypeElement) element, "@OptOut", element.getAnnotation(OptOut.class).of());
        }
        return false;
    }

    private void check(TypeElement holder, String mark, String[] names) {
        if (holder.getAnnotation(Rules.class) == null) {
            error("[FX-0405] the class with " + mark + " says by @Rules which classes it is about", holder);
            return;
        }
        Targets targets = new Targets(processingEnv, holder);
        for (String name : names) {
            if (!targets.haveNamed(name, processingEnv.getElementUtils())) {
                error("[FX-0406] " + mark + " is for no method: no class that it is for has " + name, holder);
            }
        }
    }

    /** Those seen by now, in all rounds. */
    private Duplicates duplicates() {
        Duplicates present = duplicates;
        if (present == null) {
            present = new Duplicates(new Announced(processingEnv));
            duplicates = present;
        }
        return present;
    }

    private void error(String text, Element where) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, where);
    }

    private void check(ExecutableElement rule, Class<? extends Annotation> kind) {
        TypeElement holder = (TypeElement) Objects.requireNonNull(rule.getEnclosingElement());
        if (holder.getAnnotation(Rules.class) == null) {
            error("[FX-0405] the class of a rule says by @Rules which classes its rules are for", rule);
            return;
        }
        RuleCheck check = new RuleCheck(processingEnv, holder);
        String misfit = check.wrong(rule, kind);
        String wrong = misfit == null ? duplicates().add(rule, kind, check.methods()) : misfit;
        if (wrong != null) {
            error(wrong, rule);
        }
    }
}
