package dev.fluxion.diagnostic;

/**
 * The kinds of refusal. Each has a page {@code docs/errors/FX-nnnn.md} that says what it means, shows code that
 * triggers it and what to do. FX-01nn is about code met while differentiating, FX-02nn about the function given,
 * FX-03nn about its arguments, FX-04nn about rules, backends and engine, FX-09nn about defects of Fluxion itself.
 */
public enum ErrorId {
    /** A native method has no bytecode to read. */
    NATIVE_METHOD("FX-0101"),
    /** An instruction or a language construct that is not covered. */
    UNSUPPORTED_INSTRUCTION("FX-0102"),
    /** A method, abstract or overridable, whose implementation is not known when the derivative is made. */
    ABSTRACT_METHOD("FX-0103"),
    /** The class file of a method cannot be found. */
    CLASS_NOT_FOUND("FX-0104"),
    /** A derivative that is differentiated in turn is taken inside of try. */
    DERIVATIVE_IN_TRY("FX-0105"),
    /** A call through which a derivative flows, without a rule and with a body that cannot be used. */
    NO_RULE("FX-0107"),
    /** A loop with two entries. */
    IRREDUCIBLE_CONTROL_FLOW("FX-0109"),
    /** A call to a method that its class does not have. */
    UNKNOWN_METHOD("FX-0110"),
    /** A member that code beside the given function may not use. */
    INACCESSIBLE_MEMBER("FX-0112"),
    /** A class file that is damaged, or too new. */
    UNREADABLE_CLASS("FX-0113"),
    /**
     * A derivative would have to flow through something whose code is not known when it is made, or that code which
     * cannot be looked into may call back.
     */
    DYNAMIC_CALL("FX-0114"),
    /** A number put together from bits of an active one, in a way that is not followed. */
    LOST_BITS("FX-0120"),
    /** The derivative is too large for a class file, however it is cut. */
    TOO_LARGE("FX-0121"),

    /** The function is null. */
    NULL_FUNCTION("FX-0201"),
    /** A lambda that does not tell which method it stands for. */
    NON_SERIALIZABLE_LAMBDA("FX-0202"),
    /** The function's module does not let Fluxion define code in it, and no lookup was given. */
    MODULE_NOT_OPEN("FX-0203"),
    /** The function does not return one double or float. */
    NON_SCALAR_RESULT("FX-0204"),
    /** The function has no argument that can have a gradient. */
    NO_ACTIVE_ARGUMENT("FX-0205"),
    /** A parameter of a type whose gradient is not covered. */
    UNSUPPORTED_PARAMETER("FX-0206"),

    /** An argument, or the array for the gradient, is null. */
    NULL_ARGUMENT("FX-0301"),
    /** The array for the gradient has another length than the argument. */
    WRONG_LENGTH("FX-0302"),
    /** The arguments are not those that the method takes. */
    WRONG_ARGUMENTS("FX-0303"),
    /** The array for the gradient is also an argument. */
    ALIASED_ARGUMENT("FX-0304"),
    /** A gradient in an object was asked for something that it does not have. */
    TANGENT_PART("FX-0305"),
    /** The type of an argument cannot carry its gradient. */
    UNCARRIED_GRADIENT("FX-0306"),
    /** One boxed number is at several places of an argument. */
    SHARED_BOX("FX-0307"),
    /** What a derivative remembers has no room. */
    TAPE_BUDGET("FX-0308"),

    /** No backend has the name that was asked for. */
    UNKNOWN_BACKEND("FX-0401"),
    /** There is no backend at all. */
    NO_BACKEND("FX-0402"),
    /** There is no engine on the module path or class path. */
    NO_ENGINE("FX-0403"),
    /** Two rules for one method. */
    CLASHING_RULES("FX-0404"),
    /** A rule whose signature does not fit its method. */
    RULE_SIGNATURE("FX-0405"),
    /** A rule for a method that does not exist. */
    RULE_WITHOUT_TARGET("FX-0406"),
    /** A rule whose pullback returns what does not fit. */
    RULE_RESULT("FX-0407"),
    /** A provider of rules that fails, or whose rules make no sense. */
    BROKEN_PROVIDER("FX-0408"),
    /** A rule whose pullback throws an exception. */
    RULE_FAILED("FX-0409"),
    /** A rule that gives NaN or infinity where everything that went in is finite; in checked mode. */
    RULE_NOT_FINITE("FX-0410"),
    /** What a pullback needs, or what is not its own, was overwritten; but for functions, in checked mode only. */
    RULE_OVERWRITTEN("FX-0411"),

    /** A pass of Fluxion left IR that breaks the rules of the IR. */
    MALFORMED_IR("FX-0901");

    private final String code;

    ErrorId(String code) {
        this.code = code;
    }

    /** Returns the code, such as {@code FX-0107}. */
    public String code() {
        return code;
    }

    /** Returns the path of the page in the project, such as {@code docs/errors/FX-0107.md}. */
    public String page() {
        return "docs/errors/" + code + ".md";
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
