package dev.fluxion.ir.op;

/** Depends on memory: the heap, static fields or the tape. */
public interface Reads {}
