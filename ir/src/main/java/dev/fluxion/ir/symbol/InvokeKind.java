package dev.fluxion.ir.symbol;

/** How a method is chosen when it is called. */
public enum InvokeKind {
    /** No receiver. */
    STATIC,
    /** By the receiver's class. The method may be one of an interface, if a rule that stands for it calls it. */
    VIRTUAL,
    /** By the receiver's class, through an interface. */
    INTERFACE,
    /** Exactly the named method: private, {@code super} or constructor-on-this calls. */
    SPECIAL;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
