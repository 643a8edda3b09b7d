package dev.fluxion.runtime.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.ObjectCotangents;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

/** The objects that methods with partial derivatives are given: their numbers are to be constants. */
public final class PartialObjects {

    /** The internal name of this class, by which emitted code calls {@link #check}. */
    public static final String NAME = "dev/fluxion/runtime/rule/PartialObjects";

    /** The name of {@link #check}. */
    public static final String CHECK = "check";

    /** The descriptor of {@link #check}. */
    public static final String CHECK_DESCRIPTOR =
            "(Ldev/fluxion/runtime/Linker;Ldev/fluxion/runtime/Shadows;Ljava/lang/Object;Ljava/lang/String;)V";

    private PartialObjects() {}

    /**
     * A partial derivative in a number says nothing of the numbers that the method reads from an object.
     *
     * @param linker tells which numbers an object leads to
     * @param shadows those of the derivative that runs
     * @param object what the method is given
     * @param called the method, for the message
     * @throws NotDifferentiableException if the object leads to a number that a derivative is taken in
     */
    public static void check(Linker linker, Shadows shadows, @Nullable Object object, String called) {
        if (object == null) {
            return;
        }
        ObjectCotangents cotangents = linker.cotangents();
        if (cotangents.carriesNumbers(cotangents.snapshot(object), shadows)) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NO_RULE,
                            "cannot differentiate the call to "
                                    + called
                                    + ", given a "
                                    + object.getClass().getTypeName(),
                            "the object leads to active numbers, and the rule for the method gives partial derivatives"
                                    + " in its other arguments only",
                            "a @Reverse rule, whose pullback gives the cotangent of the object (docs/rules.md)"));
        }
    }
}
