package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

/** Something of the forward sweep that the reverse sweep asks for. */
sealed interface Need {

    /** Returns its computational type. */
    Type type();

    /** The value of a variable of the primal. */
    record Primal(Variable variable) implements Need {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** The shadow of an array that a variable of the primal refers to. */
    record Shadow(Variable variable) implements Need {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** From which of its predecessors (0, 1, ...) a block was entered. */
    record Path(Label join) implements Need {
        @Override
        public Type type() {
            return PrimitiveType.I32;
        }
    }

    /** How often a loop went back to its header before it was left. */
    record Trips(Label header) implements Need {
        @Override
        public Type type() {
            return PrimitiveType.I32;
        }
    }
}
