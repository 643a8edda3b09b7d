package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.spi.Discovery;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** Says where rules come from, and reports those that cannot be used. */
final class RuleOrigins {

    private RuleOrigins() {}

    /** Returns the class's name, with its module, if that has a name, and its jar. */
    static String of(Class<?> source) {
        return source.getName() + where(source);
    }

    /** Returns module and jar in brackets, as far as there are such. */
    static String where(Class<?> source) {
        Module module = source.getModule();
        String place = place(source);
        String named = module.isNamed() ? "module " + module.getName() : "";
        String both = named.isEmpty() || place.isEmpty() ? named + place : named + ", " + place;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    private static String place(Class<?> source) {
        CodeSource code = source.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            return "";
        }
        try {
            URI location = code.getLocation().toURI();
            Path file = location.getScheme().equals("file") ? Path.of(location).getFileName() : null;
            return file == null || !file.toString().endsWith(".jar") ? "" : file.toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return "";
        }
    }

    /** Returns what is to be said of a rule, with where it comes from. */
    static Diagnostic in(Class<?> source, Diagnostic wrong) {
        return new Diagnostic(
                wrong.id(),
                wrong.what(),
                wrong.where(),
                wrong.why() + "; it comes with " + of(source),
                wrong.chain(),
                wrong.remedy());
    }

    /** Logs that some rules are left out, and why. */
    static void logOmission(String what, Throwable cause) {
        Diagnostic report =
                Diagnostic.of(
                        ErrorId.BROKEN_PROVIDER,
                        what,
                        why(cause),
                        "another version of it, or taking it off the path; all other rules count");
        System.getLogger("dev.fluxion.rules").log(System.Logger.Level.WARNING, report.render());
    }

    /** Returns what is to be said of a provider that was given and cannot be used. */
    static Diagnostic unusable(Class<?> source, Throwable cause) {
        return Diagnostic.of(
                ErrorId.BROKEN_PROVIDER,
                "the rules of " + of(source) + " cannot be used",
                why(cause),
                "ruleClasses() and tangentTypes() that return lists without null");
    }

    /**
     * Refuses the class of a provider that is given in the place of the provider: nobody would ask it.
     *
     * @throws NotDifferentiableException if there is such a class, which has more to say than its own rules
     */
    static void requireNoProviders(List<Class<?>> given, List<RuleProvider> providers) {
        for (Class<?> each : given) {
            boolean isAsked = providers.stream().anyMatch(provider -> provider.getClass() == each);
            if (!isAsked && RuleProvider.class.isAssignableFrom(each) && saysMore(each)) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.RULE_SIGNATURE,
                                "the class " + each.getName() + " is that of a provider",
                                "what its ruleClasses() and tangentTypes() return is not asked of a class",
                                "rules(new " + inSource(each) + "())"));
            }
        }
    }

    private static String inSource(Class<?> type) {
        String name = type.getCanonicalName();
        return name == null ? type.getName() : name;
    }

    private static boolean saysMore(Class<?> provider) {
        for (Method method : provider.getMethods()) {
            boolean isOfProviders = method.getName().equals("ruleClasses") || method.getName().equals("tangentTypes");
            if (isOfProviders && method.getParameterCount() == 0 && method.getDeclaringClass() != RuleProvider.class) {
                return true;
            }
        }
        return false;
    }

    /** Returns what is the matter with rules that are left out, in one line. */
    static String why(Throwable cause) {
        return cause instanceof NotDifferentiableException refused ? summary(refused) : Discovery.reason(cause);
    }

    private static String summary(NotDifferentiableException refused) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic each : refused.diagnostics()) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append('[')
                    .append(each.id().code())
                    .append("] ")
                    .append(each.what())
                    .append(": ")
                    .append(each.why());
        }
        return text.toString();
    }
}
