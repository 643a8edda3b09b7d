package dev.fluxion.transform;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says what another source says, but for what a subclass says itself. */
public abstract class DelegatingMethods implements MethodSource {

    private final MethodSource methods;

    /** Asks {@code methods}. */
    protected DelegatingMethods(MethodSource methods) {
        this.methods = methods;
    }

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        return methods.resolve(kind, method);
    }

    @Override
    public abstract MethodSource in(Mode mode);

    @Override
    public abstract MethodSource again();

    @Override
    public FieldPlace field(FieldRef field) {
        return methods.field(field);
    }

    @Override
    public @Nullable MethodRef select(MethodRef method, String receiver) {
        return methods.select(method, receiver);
    }

    @Override
    public boolean isImplementedByRule(MethodRef method) {
        return methods.isImplementedByRule(method);
    }

    @Override
    public boolean isFunction(String type) {
        return methods.isFunction(type);
    }

    @Override
    public List<String> classes(String type) {
        return methods.classes(type);
    }

    @Override
    public List<Callback> callbacks(String type) {
        return methods.callbacks(type);
    }

    @Override
    public boolean isSubtype(String type, String supertype) {
        return methods.isSubtype(type, supertype);
    }

    @Override
    public @Nullable Function chosen(MethodRef method, String receiver) {
        return methods.chosen(method, receiver);
    }

    @Override
    public @Nullable ClassFacts facts(String internalName) {
        return methods.facts(internalName);
    }
}
