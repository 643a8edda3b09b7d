/** Passes from IR to IR. */
module dev.fluxion.transform {
    requires transitive dev.fluxion.api;
    requires static transitive org.jspecify;

    exports dev.fluxion.transform;
    exports dev.fluxion.transform.adjoint;
    exports dev.fluxion.transform.pipeline;
    exports dev.fluxion.transform.inline;
    exports dev.fluxion.transform.normalize;
    exports dev.fluxion.transform.overwrite;
    exports dev.fluxion.transform.simplify;
    exports dev.fluxion.transform.tangent;
}
