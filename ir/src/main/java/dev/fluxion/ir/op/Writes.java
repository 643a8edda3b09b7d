package dev.fluxion.ir.op;

/** Changes memory or has another effect that is seen outside; must happen once, in order. */
public interface Writes {}
