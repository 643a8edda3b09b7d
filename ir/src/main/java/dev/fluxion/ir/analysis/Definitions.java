package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each variable of a function is defined. Linear to make, constant to ask. */
public final class Definitions {

    private final Function function;
    private final Map<Variable, Place> places;
    private final Map<Variable, Statement> statements;

    private Definitions(Function function) {
        this.function = function;
        this.places = new HashMap<>();
        this.statements = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                places.putIfAbsent(parameter, Place.parameters(block.label()));
            }
            List<Statement> all = block.statements();
            for (int i = 0; i < all.size(); i++) {
                for (Variable result : all.get(i).results()) {
                    if (places.putIfAbsent(result, new Place(block.label(), i)) == null) {
                        statements.put(result, all.get(i));
                    }
                }
            }
        }
    }

    /** Finds the definitions of a function. */
    public static Definitions of(Function function) {
        return new Definitions(function);
    }

    /**
     * Returns where the variable is defined.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Place place(Variable variable) {
        Place place = places.get(variable);
        if (place == null) {
            throw new IllegalArgumentException(variable + " is not defined in " + function.name());
        }
        return place;
    }

    /** Returns whether the variable is defined anywhere in the function. */
    public boolean isDefined(Variable variable) {
        return places.containsKey(variable);
    }

    /** Returns the statement that defines the variable, or null for a parameter. */
    public @Nullable Statement statement(Variable variable) {
        return statements.get(variable);
    }

    /** Returns the operation that defines the variable, or null for a parameter. */
    public @Nullable Op op(Variable variable) {
        Statement statement = statements.get(variable);
        return statement == null ? null : statement.op();
    }
}
