package dev.fluxion.engine.access;

import java.lang.invoke.MethodHandles.Lookup;

/** How code beside the host can do what an operation does. */
public sealed interface Passage {

    /** As it stands. */
    record Direct() implements Passage {}

    /**
     * By the same instruction, but {@code invokevirtual} or {@code invokeinterface} in place of {@code invokespecial}.
     */
    record Respelled() implements Passage {}

    /**
     * Through a constant method handle.
     *
     * @param lookup what may make the handle
     */
    record Handle(Lookup lookup) implements Passage {}

    /** Nothing needs to be done: the field has that value already, see {@code new C.<construct>}. */
    record Settled() implements Passage {}

    /**
     * Not at all.
     *
     * @param why a clause such as {@code field com.acme.A.x is private}
     * @param closedModule whether opening the module of the member would help
     */
    record Denied(String why, boolean closedModule) implements Passage {}
}
