package dev.fluxion.ir;

import dev.fluxion.ir.type.Type;

/** An operand: a constant, or a variable that a dominating statement or block parameter defines. */
public sealed interface Value permits Constant, Variable {

    /** Returns the computational type. */
    Type type();
}
