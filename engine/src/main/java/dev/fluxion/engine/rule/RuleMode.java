package dev.fluxion.engine.rule;

import dev.fluxion.spi.Sweep;

/** Which rules for value and derivative together are of use: it depends on what is derived. */
public enum RuleMode {
    /** Those that give a pullback. */
    REVERSE,
    /** Those that give a tangent. */
    FORWARD,
    /** None: what is derived is which inputs an output depends on, and a formula for numbers does not tell. */
    PATTERN;

    /** Returns the mode of a derivative. */
    public static RuleMode of(Sweep sweep) {
        if (sweep == Sweep.GRADIENT) {
            return REVERSE;
        }
        return sweep.isOfIndices() ? PATTERN : FORWARD;
    }

    /** Returns whether a rule has anything to say of this mode; partial derivatives serve all. */
    public boolean isServedBy(Rule rule) {
        return !(rule instanceof Rule.General(var _, var reverse, var forward))
                || switch (this) {
                    case REVERSE -> reverse != null;
                    case FORWARD -> forward != null;
                    case PATTERN -> false;
                };
    }
}
