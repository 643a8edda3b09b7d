/** Derivatives of what java.lang and Fluxion itself provide. */
module dev.fluxion.rules.core {
    requires dev.fluxion.api;
    requires static org.jspecify;
}
