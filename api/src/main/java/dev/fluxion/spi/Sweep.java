package dev.fluxion.spi;

/** Which derivative of a function is compiled. */
public enum Sweep {
    /** Reverse mode: value and gradient, by the contract of the shape. */
    GRADIENT(1),
    /** Forward mode in one direction: a contract of {@code dev.fluxion.runtime.sweep}. */
    TANGENT(1),
    /** Forward mode in four directions at once. */
    TANGENT4(4),
    /** Forward mode in eight directions at once. */
    TANGENT8(8),
    /** Forward over reverse in one direction, {@link dev.fluxion.runtime.sweep.Curvature}. */
    CURVATURE(1),
    /** Forward over reverse in four directions at once. */
    CURVATURE4(4),
    /** Forward over reverse in eight directions at once. */
    CURVATURE8(8),
    /** Which inputs each output depends on: sets of 52 inputs in the bits of doubles, eight of them at once. */
    INDICES(8),
    /** Which inputs each element of the gradient depends on, in the same way. */
    CURVATURE_INDICES(8);

    private final int lanes;

    Sweep(int lanes) {
        this.lanes = lanes;
    }

    /** Returns forward mode in 1, 4 or 8 directions at once. */
    public static Sweep tangent(int lanes) {
        return switch (lanes) {
            case 1 -> TANGENT;
            case 4 -> TANGENT4;
            case 8 -> TANGENT8;
            default -> throw new IllegalArgumentException("1, 4 or 8 directions, not " + lanes);
        };
    }

    /** Returns forward over reverse in 1, 4 or 8 directions at once. */
    public static Sweep curvature(int lanes) {
        return switch (lanes) {
            case 1 -> CURVATURE;
            case 4 -> CURVATURE4;
            case 8 -> CURVATURE8;
            default -> throw new IllegalArgumentException("1, 4 or 8 directions, not " + lanes);
        };
    }

    /** Returns in how many directions it goes at once. */
    public int lanes() {
        return lanes;
    }

    /** Returns whether the gradient is what is differentiated forwards. */
    public boolean isOfGradient() {
        return switch (this) {
            case CURVATURE, CURVATURE4, CURVATURE8, CURVATURE_INDICES -> true;
            case GRADIENT, TANGENT, TANGENT4, TANGENT8, INDICES -> false;
        };
    }

    /** Returns whether its tangents are sets of inputs. */
    public boolean isOfIndices() {
        return this == INDICES || this == CURVATURE_INDICES;
    }
}
