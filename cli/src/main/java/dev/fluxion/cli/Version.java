package dev.fluxion.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the module descriptor. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fluxion " + fluxion(), "Java " + Runtime.version()};
    }

    /** Returns the version of Fluxion. */
    static String fluxion() {
        var descriptor = Version.class.getModule().getDescriptor();
        return descriptor == null ? "development" : descriptor.rawVersion().orElse("development");
    }
}
