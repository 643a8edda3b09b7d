/** Raises class files to IR. */
module dev.fluxion.frontend {
    exports dev.fluxion.frontend;

    requires transitive dev.fluxion.api;
    requires org.objectweb.asm;
    requires static org.jspecify;
}
