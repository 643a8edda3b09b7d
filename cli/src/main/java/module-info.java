/** The fluxion command. */
module dev.fluxion.cli {
    requires dev.fluxion.api;
    requires info.picocli;
    requires static org.jspecify;

    opens dev.fluxion.cli to
            info.picocli;
}
