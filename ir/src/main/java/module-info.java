/** The intermediate representation of Fluxion, and what can be computed from it. */
module dev.fluxion.ir {
    requires static transitive org.jspecify;

    exports dev.fluxion.ir;
    exports dev.fluxion.ir.analysis;
    exports dev.fluxion.ir.build;
    exports dev.fluxion.ir.interpret;
    exports dev.fluxion.ir.op;
    exports dev.fluxion.ir.symbol;
    exports dev.fluxion.ir.text;
    exports dev.fluxion.ir.type;
    exports dev.fluxion.ir.verify;
}
