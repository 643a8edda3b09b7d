package dev.fluxion.transform;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

/** Methods whose bodies are the functions of a program, by name; nothing is known of others, nor of fields. */
record ProgramSource(Program program) implements MethodSource {

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        Function body = program.functions().get(method.toString());
        return body == null ? new Target.NonDifferentiable() : new Target.Body(body);
    }

    @Override
    public FieldPlace field(FieldRef field) {
        return new FieldPlace(field, 0, false);
    }
}
