package dev.fluxion.testkit.rules;

/** What a {@link RuleTester} looks at; each can be left out, with {@link RuleTester#without}. */
public enum Check {
    /** The rule computes the method's value, bit for bit, and leaves the memory of the arguments as the method does. */
    PRIMAL("the rule does what the method does"),
    /** There are as many cotangents as arguments, each of the type and shape of its argument. */
    SHAPE("cotangents and tangents have the types and shapes of what they belong to"),
    /** Cotangents, tangents and partials are what finite differences of the method say. */
    DIFFERENCES("finite differences"),
    /** Two calls of the rule with equal arguments give equal bits, and so do two calls of one pullback. */
    REPEATABLE("called twice, the same comes out"),
    /**
     * The pullback is that of the call, whatever the program writes to its arrays, lists, maps and objects afterwards.
     */
    OVERWRITTEN_ARRAYS("the pullback does not see what is written to arrays, lists, maps and objects later"),
    /** The pullback is linear in its cotangent, the forward rule in its tangents. */
    LINEARITY("linear in what comes in"),
    /** Forward and reverse rule of one method are transposes of each other. */
    FORWARD_AGAINST_REVERSE("<Jv, w> = <v, J'w>"),
    /** The gradient that Fluxion makes of a call of the method is that of finite differences. */
    WHOLE_GRADIENT("the gradient by Fluxion, with the rule"),
    /** Fluxion differentiates the rule itself, rightly. */
    SECOND_ORDER("the derivative of the rule by Fluxion"),
    /** What is allocated by a call. */
    ALLOCATION("bytes allocated by a call");

    private final String description;

    Check(String description) {
        this.description = description;
    }

    /** Returns what is looked at, in a few words. */
    public String description() {
        return description;
    }
}
