/** Raises class files to IR. */
module dev.fluxion.frontend {
    requires dev.fluxion.api;
    requires org.objectweb.asm;
    requires org.objectweb.asm.tree;
    requires org.objectweb.asm.tree.analysis;
    requires static org.jspecify;
}
