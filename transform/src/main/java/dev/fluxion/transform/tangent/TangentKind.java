package dev.fluxion.transform.tangent;

/** What tangents are. */
public enum TangentKind {
    /** Derivatives in a direction. */
    NUMBERS,
    /**
     * Sets of up to 52 inputs that a number depends on, along the path that the program takes: in the bits of the
     * fraction of a double that is less than any normal one. A sum, a product, or any other function of two numbers
     * depends on what either of them does. Code that computes with active floats is refused.
     */
    INDEX_SETS
}
