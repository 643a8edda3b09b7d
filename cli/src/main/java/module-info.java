/** The fluxion command. */
module dev.fluxion.cli {
    requires dev.fluxion.api;
    requires info.picocli;
    requires java.compiler;
    requires jdk.compiler;
    requires jdk.jshell;
    requires org.jetbrains.java.decompiler;
    requires static org.jspecify;

    uses dev.fluxion.backend.BackendModule;
    uses dev.fluxion.spi.EngineProvider;

    provides dev.fluxion.spi.Decompiler with
            dev.fluxion.cli.decompile.VineflowerDecompiler;

    opens dev.fluxion.cli to
            info.picocli;
}
