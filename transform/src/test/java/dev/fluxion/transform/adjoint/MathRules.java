package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import java.util.List;

/** Rules for three functions, enough to test the transform on; {@code tanh} uses its result. */
public final class MathRules implements MethodSource {

    private static final Function SIN =
            Parser.parseFunction(
                    """
                    func @sin_partial(%x: f64, %y: f64) -> f64 {
                    ^entry:
                        %c = invoke static java/lang/Math.cos(D)D (%x)
                        ret %c
                    }
                    """);
    private static final Function COS =
            Parser.parseFunction(
                    """
                    func @cos_partial(%x: f64, %y: f64) -> f64 {
                    ^entry:
                        %s = invoke static java/lang/Math.sin(D)D (%x)
                        %n = neg %s
                        ret %n
                    }
                    """);
    private static final Function TANH =
            Parser.parseFunction(
                    """
                    func @tanh_partial(%x: f64, %y: f64) -> f64 {
                    ^entry:
                        %q = mul %y, %y
                        %d = sub 1.0, %q
                        ret %d
                    }
                    """);

    /** Makes them. */
    public MathRules() {}

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        Function partial =
                switch (method.name()) {
                    case "sin" -> SIN;
                    case "cos" -> COS;
                    case "tanh" -> TANH;
                    default -> throw new IllegalArgumentException(method.toString());
                };
        return new Target.Rule(List.of(new Target.Partial(partial, false)));
    }

    @Override
    public FieldPlace field(FieldRef field) {
        return ReflectedFields.find(field);
    }
}
