package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** What the call sites do that javac leaves to be linked at run time: texts, switches over types, records' methods. */
final class Sites {

    private final Types types;
    private final Calls calls;

    Sites(Types types, Calls calls) {
        this.types = types;
        this.calls = calls;
    }

    /** Returns the site's result. */
    @Nullable Object run(Bootstrap site, List<@Nullable Object> x) {
        return switch (site.method().owner()) {
            case "java/lang/invoke/StringConcatFactory" -> concat(site, x);
            case "java/lang/runtime/SwitchBootstraps" -> choose(site, x);
            case "java/lang/runtime/ObjectMethods" -> ofRecord(site, x);
            default -> throw new OracleException("a call site of " + site.method());
        };
    }

    private static String concat(Bootstrap site, List<@Nullable Object> x) {
        String recipe = (String) site.arguments().getFirst();
        List<Type> parameters = new MethodRef("", site.name(), site.descriptor(), false).parameterTypes();
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == '\1') {
                text.append(PlainText.of(x.get(argument), parameters.get(argument).descriptor().charAt(0)));
                argument++;
            } else if (c == '\2') {
                text.append(site.arguments().get(constant++));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private int choose(Bootstrap site, List<@Nullable Object> x) {
        Object selector = x.get(0);
        List<Object> labels = site.arguments();
        if (selector == null) {
            return -1;
        }
        for (int i = (Integer) Objects.requireNonNull(x.get(1)); i < labels.size(); i++) {
            boolean fits =
                    switch (labels.get(i)) {
                        case Type type -> types.fits(selector, type);
                        case String text -> text.equals(selector);
                        default -> throw new OracleException("a switch over " + labels.get(i));
                    };
            if (fits) {
                return i;
            }
        }
        return labels.size();
    }

    private Object ofRecord(Bootstrap site, List<@Nullable Object> x) {
        HeapObject record = (HeapObject) Operations.present(x.getFirst());
        List<Object> components = site.arguments().subList(2, site.arguments().size());
        return switch (site.name()) {
            case "equals" -> isEqual(record, x.get(1), components) ? 1 : 0;
            case "toString" -> record.type.getSimpleName() + "[" + site.arguments().get(1) + "]";
            default -> throw new OracleException("the record's method " + site.name());
        };
    }

    private boolean isEqual(HeapObject record, @Nullable Object other, List<Object> components) {
        if (!(other instanceof HeapObject object) || object.type != record.type) {
            return false;
        }
        for (Object component : components) {
            Object mine = calls.read((HandleRef) component, record);
            Object theirs = calls.read((HandleRef) component, object);
            boolean same =
                    mine instanceof Real r && theirs instanceof Real t
                            ? Double.compare(r.value(), t.value()) == 0
                            : Objects.equals(mine, theirs);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
