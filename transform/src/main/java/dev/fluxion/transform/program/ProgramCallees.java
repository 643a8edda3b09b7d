package dev.fluxion.transform.program;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodRule;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Callbacks;
import dev.fluxion.transform.activity.Callees;
import dev.fluxion.transform.activity.Footprint;
import dev.fluxion.transform.activity.Footprints;
import dev.fluxion.transform.activity.HeapActivity;
import dev.fluxion.transform.bits.KeptBits;
import dev.fluxion.transform.exceptions.Attempt;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the calls of one program stand for, looked up once. */
abstract class ProgramCallees implements Callees {

    private record MethodCall(InvokeKind kind, MethodRef method) {}

    private final MethodSource methods;
    private final Library library;
    private final Map<MethodCall, Target> known = new HashMap<>();
    private final Map<FieldRef, FieldPlace> fields = new HashMap<>();
    private final Footprints footprints = new Footprints(this);
    private final KeptBits keptBits = new KeptBits(this::body);
    private @Nullable Function start;
    private boolean isWhole;
    private @Nullable Callbacks callbacks;

    /**
     * Starts with nothing looked up.
     *
     * @param methods what calls stand for
     * @param library the functions of the program; takes the partials of rules
     */
    ProgramCallees(MethodSource methods, Library library) {
        this.methods = methods;
        this.library = library;
    }

    /**
     * Says which program it is.
     *
     * @param function where it starts
     * @param all whether there is nothing else: no code around it that is differentiated as well
     */
    public void begin(Function function, boolean all) {
        start = function;
        isWhole = all;
    }

    /** Returns whether there is code around the program that is differentiated as well, or that runs it backwards. */
    public boolean isPart() {
        return !isWhole;
    }

    @Override
    public @Nullable Function body(Op call) {
        return switch (call) {
            case Op.Call inProgram -> library.function(inProgram.function());
            case Op.Invoke invoke -> body(target(invoke));
            case Op.New make -> body(target(InvokeKind.SPECIAL, make.constructor()));
            case Op.MakeClosure closure -> {
                InvokeKind kind = kind(closure.implementation());
                yield kind == null ? null : body(target(kind, closure.implementation().method()));
            }
            default -> null;
        };
    }

    /** Returns how a handle calls its method, or null if it is one of a field. */
    private static @Nullable InvokeKind kind(HandleRef handle) {
        return switch (handle.tag()) {
            case 5 -> InvokeKind.VIRTUAL;
            case 6 -> InvokeKind.STATIC;
            case 7, 8 -> InvokeKind.SPECIAL;
            case 9 -> InvokeKind.INTERFACE;
            default -> null;
        };
    }

    @Override
    public @Nullable Function bodyUnder(Target.Rule rule) {
        return rule.given() == null ? null : body(rule.given().plain());
    }

    private static @Nullable Function body(Target target) {
        return switch (target) {
            case Target.Body(Function function) -> function;
            case Target.Ruled(MethodRule rule, Target plain) -> body(plain);
            default -> null;
        };
    }

    @Override
    public boolean isRule(Op call) {
        return call instanceof Op.Call named && library.rule(named.function()) != null;
    }

    @Override
    public boolean hidesNumbers(Op call) {
        MethodRule rule = call instanceof Op.Call named ? library.rule(named.function()) : null;
        return rule != null && rule.hidesNumbers();
    }

    @Override
    public boolean usesMemory(Op rule) {
        return rule instanceof Op.Call named && Objects.requireNonNull(library.rule(named.function())).usesMemory();
    }

    @Override
    public Footprint footprint(Function function) {
        return footprints.of(function);
    }

    @Override
    public KeptBits keptBits() {
        return keptBits;
    }

    private Callbacks callbacks() {
        Callbacks known = callbacks;
        if (known == null) {
            known = new Callbacks(Objects.requireNonNull(start), methods, this);
            callbacks = known;
        }
        return known;
    }

    @Override
    public @Nullable String harmfulCallback(Op call, HeapActivity memory) {
        return callbacks().harm(call, memory);
    }

    @Override
    public void addCallbacks(Op call, Footprint footprint) {
        callbacks().addTo(call, footprint);
    }

    @Override
    public Footprint program() {
        return isWhole ? footprints.of(Objects.requireNonNull(start)) : Footprint.unknown();
    }

    @Override
    public boolean isFunction(Type type) {
        return type instanceof ClassType named && methods.isFunction(named.internalName());
    }

    @Override
    public FieldPlace field(FieldRef field) {
        FieldPlace place = fields.get(field);
        if (place == null) {
            place = methods.field(field);
            fields.put(field, place);
        }
        return place;
    }

    @Override
    public Target target(Op.Invoke invoke) {
        return Attempt.isPart(invoke) ? new Target.NonDifferentiable() : target(invoke.kind(), invoke.method());
    }

    @Override
    public Target constructor(Op.New made) {
        return target(InvokeKind.SPECIAL, made.constructor());
    }

    private Target target(InvokeKind kind, MethodRef method) {
        MethodCall call = new MethodCall(kind, method);
        Target target = known.get(call);
        if (target == null) {
            target = methods.resolve(kind, method);
            known.put(call, target);
            if (target instanceof Target.Rule rule) {
                for (Target.Partial partial : rule.partials()) {
                    if (partial != null) {
                        library.put(partial.function());
                    }
                }
            }
        }
        return target;
    }

    @Override
    public boolean usesTape(Op.Call call) {
        return library.usesTape(call.function());
    }
}
