package dev.fluxion.smoke.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a user's program finds when it runs on the class path. */
final class ClassPathTest {

    @Test
    void thisIsTheUnnamedModule() {
        assertThat(ClassPathTest.class.getModule().isNamed()).isFalse();
    }

    @Test
    void theApiIsThereAndIsNotANamedModule() throws ClassNotFoundException {
        var api = Class.forName("dev.fluxion.package-info");
        assertThat(api.getModule()).isEqualTo(ClassPathTest.class.getModule());
    }
}
