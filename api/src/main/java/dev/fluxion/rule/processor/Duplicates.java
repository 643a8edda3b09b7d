package dev.fluxion.rule.processor;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds the second rule for a method, among all that one run of javac compiles, where the two certainly meet: in one
 * class, or in two that are found together. Others may be meant for different instances of Fluxion.
 */
final class Duplicates {

    private static final String ANY_RECEIVER = "replacement any";

    private final Announced announced;

    Duplicates(Announced announced) {
        this.announced = announced;
    }

    /** The rules seen, by the methods that they are for. */
    private final Map<ExecutableElement, List<Seen>> seen = new HashMap<>();

    /**
     * One rule.
     *
     * @param part which part of what is said of the method: {@code Partial 0}
     */
    private record Seen(TypeElement holder, ExecutableElement rule, String part) {

        boolean overrides() {
            Rules mark = holder.getAnnotation(Rules.class);
            return mark != null && mark.overrides();
        }

        /** In one class, partials in several arguments are one rule, and so are value, pullback and tangent. */
        boolean goesWith(Seen other) {
            if (isOfAnyReceiver() != other.isOfAnyReceiver()) {
                return true;
            }
            if (!holder.equals(other.holder)) {
                return overrides() != other.overrides();
            }
            return !part.equals(other.part) && kind().equals(other.kind());
        }

        private boolean isOfAnyReceiver() {
            return part.equals(ANY_RECEIVER);
        }

        private String kind() {
            return part.substring(0, part.indexOf(' '));
        }
    }

    /**
     * Takes note of a rule.
     *
     * @param methods the methods that it is for
     * @return what is wrong if there is one already, or null
     */
    @Nullable String add(
            ExecutableElement rule, Class<? extends Annotation> annotation, List<ExecutableElement> methods) {
        TypeElement holder = (TypeElement) Objects.requireNonNull(rule.getEnclosingElement());
        Seen added = new Seen(holder, rule, part(rule, annotation));
        String wrong = null;
        for (ExecutableElement method : methods) {
            List<Seen> others = seen.computeIfAbsent(method, each -> new ArrayList<>());
            for (Seen other : others) {
                if (wrong == null && meet(added, other) && !added.goesWith(other)) {
                    wrong =
                            "[FX-0404] two rules for "
                                    + method
                                    + " of "
                                    + method.getEnclosingElement()
                                    + ": "
                                    + other.holder.getQualifiedName()
                                    + "."
                                    + other.rule
                                    + " is another";
                }
            }
            others.add(added);
        }
        return wrong;
    }

    private boolean meet(Seen one, Seen other) {
        return one.holder.equals(other.holder) || announced.has(one.holder) && announced.has(other.holder);
    }

    private static String part(ExecutableElement rule, Class<? extends Annotation> annotation) {
        if (annotation == Partial.class) {
            return "partial " + rule.getAnnotation(Partial.class).wrt();
        }
        if (annotation == Replacement.class) {
            return rule.getAnnotation(Replacement.class).anyReceiver() ? ANY_RECEIVER : "replacement own";
        }
        return "general " + annotation.getSimpleName(); // @Reverse or @Forward
    }
}
