package dev.fluxion.testkit.junit;

import java.io.Serial;

/** Says beside a failure what the random numbers came from. */
final class SeedOfFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    SeedOfFailure(String message) {
        super(message, null, false, false);
    }
}
