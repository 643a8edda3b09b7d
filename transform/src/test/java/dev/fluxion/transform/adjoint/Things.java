package dev.fluxion.transform.adjoint;

import org.jspecify.annotations.Nullable;

/** What the golden files of the heap name. */
@SuppressWarnings({"unused", "MultipleNullnessAnnotations"})
class Things {
    static double cache;
    double a;
    double total;
    float narrow;
    double[] array = {};
    double[][] matrix = {};
    @Nullable Things next;
}
