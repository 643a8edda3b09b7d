/** Passes from IR to IR. */
module dev.fluxion.transform {
    requires dev.fluxion.api;
    requires static org.jspecify;
}
