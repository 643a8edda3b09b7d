/** What users of Fluxion see, and the interfaces that rules and backends implement. */
module dev.fluxion.api {
    requires transitive dev.fluxion.ir;
    requires static transitive org.jspecify;
    requires static java.compiler; // for the processor that checks rules, which javac runs

    exports dev.fluxion;
    exports dev.fluxion.backend;
    exports dev.fluxion.control;
    exports dev.fluxion.derivative;
    exports dev.fluxion.derivative.sparse;
    exports dev.fluxion.diagnostic;
    exports dev.fluxion.params;
    exports dev.fluxion.rule;
    exports dev.fluxion.runtime;
    exports dev.fluxion.runtime.guard;
    exports dev.fluxion.runtime.inner;
    exports dev.fluxion.runtime.rule;
    exports dev.fluxion.runtime.sweep;
    exports dev.fluxion.spi;
    exports dev.fluxion.tangent;

    // what rules and functions give back is made and taken apart by differentiated code; guarded gradients are
    // differentiated, and so are derivatives inside of derivatives
    opens dev.fluxion;
    opens dev.fluxion.derivative;
    opens dev.fluxion.rule;
    opens dev.fluxion.runtime.guard;
    opens dev.fluxion.runtime.inner;
    opens dev.fluxion.spi;

    uses dev.fluxion.spi.Decompiler;
    uses dev.fluxion.spi.EngineProvider;

    provides javax.annotation.processing.Processor with
            dev.fluxion.rule.processor.RuleProcessor;
}
