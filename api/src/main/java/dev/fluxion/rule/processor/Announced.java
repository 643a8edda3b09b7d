package dev.fluxion.rule.processor;

import dev.fluxion.rule.RuleProvider;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Which classes of rules are found together by every program that has what is compiled: providers that hold their rules
 * themselves and that the module or the service file announces. What a provider's {@code ruleClasses()} returns is
 * code, which is not read.
 */
final class Announced {

    private static final String SERVICE = RuleProvider.class.getName();

    private final ProcessingEnvironment environment;
    private final Set<String> inFile;

    Announced(ProcessingEnvironment environment) {
        this.environment = environment;
        this.inFile = inFile(environment);
    }

    /** Returns whether a class is announced, and its own rules are the rules that it brings. */
    boolean has(TypeElement holder) {
        Elements elements = environment.getElementUtils();
        String name = elements.getBinaryName(holder).toString();
        return (inFile.contains(name) || isInModule(holder, elements)) && bringsItself(holder, elements);
    }

    private static boolean isInModule(TypeElement holder, Elements elements) {
        ModuleElement module = elements.getModuleOf(holder);
        if (module == null) {
            return false;
        }
        for (ModuleElement.Directive directive : module.getDirectives()) {
            if (directive instanceof ModuleElement.ProvidesDirective provides
                    && provides.getService().getQualifiedName().contentEquals(SERVICE)
                    && provides.getImplementations().contains(holder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean bringsItself(TypeElement holder, Elements elements) {
        for (Element member : elements.getAllMembers(holder)) {
            if (member.getSimpleName().contentEquals("ruleClasses")
                    && member.getEnclosingElement() instanceof TypeElement owner
                    && owner.getQualifiedName().contentEquals(SERVICE)) {
                return true;
            }
        }
        return false;
    }

    /** What the service file says, if it is where the classes go already. */
    private static Set<String> inFile(ProcessingEnvironment environment) {
        Set<String> names = new HashSet<>();
        try {
            CharSequence text =
                    environment
                            .getFiler()
                            .getResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + SERVICE)
                            .getCharContent(true);
            for (String line : text.toString().split("\\R", -1)) {
                int comment = line.indexOf('#');
                names.add((comment < 0 ? line : line.substring(0, comment)).strip());
            }
        } catch (IOException | IllegalArgumentException notThere) {
            return names; // nothing is announced by a file, as far as can be seen
        }
        return names;
    }
}
