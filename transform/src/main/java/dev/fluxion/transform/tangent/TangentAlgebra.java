package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Statement;
import dev.fluxion.transform.Target;

/** What an operation does to tangents, by what tangents are. */
interface TangentAlgebra {

    /** Emits the tangents of an active result of arithmetic, which stands before. */
    void emit(Statement statement);

    /** Emits the tangents of a call that has a rule, which stands before. */
    void emit(Statement statement, Target.Rule rule);
}
