/** What users of Fluxion see, and the interfaces that rules and backends implement. */
module dev.fluxion.api {
    requires transitive dev.fluxion.ir;
    requires static transitive org.jspecify;

    exports dev.fluxion.backend;
    exports dev.fluxion.diagnostic;
    exports dev.fluxion.runtime;
}
