package dev.fluxion.tangent;

/**
 * A zero of any type and shape, for a cotangent that is zero whatever comes in. It is a hard zero: nothing is added
 * anywhere, also where the cotangent that comes in is infinite.
 */
public enum ZeroTangent {
    /** There is one. */
    ZERO_TANGENT
}
