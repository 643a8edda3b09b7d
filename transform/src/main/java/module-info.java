/** Passes from IR to IR. */
module dev.fluxion.transform {
    requires transitive dev.fluxion.api;
    requires static org.jspecify;

    exports dev.fluxion.transform;
    exports dev.fluxion.transform.inline;
    exports dev.fluxion.transform.normalize;
    exports dev.fluxion.transform.simplify;
}
