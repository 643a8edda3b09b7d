package dev.fluxion.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the module descriptor. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var descriptor = Version.class.getModule().getDescriptor();
        var version = descriptor == null ? "development" : descriptor.rawVersion().orElse("development");
        return new String[] {"fluxion " + version, "Java " + Runtime.version()};
    }
}
