/** For those who test derivatives: random programs, and an oracle for their gradients. */
module dev.fluxion.testkit {
    requires transitive dev.fluxion.api;
    requires transitive java.compiler;
    requires java.management;
    requires jdk.management;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.fluxion.testkit.assertion;
    exports dev.fluxion.testkit.check;
    exports dev.fluxion.testkit.differences;
    exports dev.fluxion.testkit.gradcheck;
    exports dev.fluxion.testkit.junit;
    exports dev.fluxion.testkit.numbers;
    exports dev.fluxion.testkit.oracle;
    exports dev.fluxion.testkit.random;
    exports dev.fluxion.testkit.rules;

    // functions of these are differentiated
    opens dev.fluxion.testkit.gradcheck;
    opens dev.fluxion.testkit.program;
}
