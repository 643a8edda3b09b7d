package com.example.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulePathTest {

    @Test
    void theRulesAreInAModule() {
        assertThat(EjmlRules.class.getModule().getName()).isEqualTo("com.example.ejml.rules");
    }
}
