package dev.fluxion.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that call one another by name ({@link dev.fluxion.ir.op.Op.Call}) and are compiled together.
 *
 * @param functions by name, in order
 */
public record Program(Map<String, Function> functions) {

    /** Copies the map in, keeping its order. */
    public Program {
        functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** Returns a program of the given functions. */
    public static Program of(List<Function> functions) {
        Map<String, Function> map = new LinkedHashMap<>();
        for (Function function : functions) {
            if (map.put(function.name(), function) != null) {
                throw new IllegalArgumentException("two functions are called " + function.name());
            }
        }
        return new Program(map);
    }

    /**
     * Returns the function of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function " + name + " in this program");
        }
        return function;
    }
}
