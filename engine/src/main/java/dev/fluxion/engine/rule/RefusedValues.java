package dev.fluxion.engine.rule;

import dev.fluxion.engine.rule.RuleClass.DeclaredRefusal;

import java.util.ArrayList;
import java.util.List;

/** Reads one {@code @Refused}. */
final class RefusedValues extends AnnotationValues {
    private final List<DeclaredRefusal> refused;
    private final List<String> names = new ArrayList<>();
    private String why = "";
    private String instead = "";

    RefusedValues(List<DeclaredRefusal> refused) {
        this.refused = refused;
    }

    @Override
    void value(String name, Object value) {
        switch (name) {
            case "because" -> why = (String) value;
            case "instead" -> instead = (String) value;
            default -> names.add((String) value);
        }
    }

    @Override
    public void visitEnd() {
        refused.add(new DeclaredRefusal(names, why, instead));
    }
}
