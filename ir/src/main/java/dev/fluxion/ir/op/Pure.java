package dev.fluxion.ir.op;

/** Computes its results from its operands and does nothing else; may be repeated, moved or dropped. */
public interface Pure {}
