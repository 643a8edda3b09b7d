package dev.fluxion.tangent;

/**
 * The cotangent of what cannot be perturbed: an {@code int}, a {@code String}, a function that has captured no numbers.
 * The derivative in it does not exist, which is more than its being zero; see {@link ZeroTangent}.
 */
public enum NoTangent {
    /** There is one. */
    NO_TANGENT
}
