package dev.fluxion.ir.op;

/** May complete by throwing; dropping or moving it must keep that. */
public interface MayThrow {}
