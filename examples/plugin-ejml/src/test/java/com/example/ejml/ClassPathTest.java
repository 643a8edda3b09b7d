package com.example.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    void theRulesAreInNoModule() {
        assertThat(EjmlRules.class.getModule().isNamed()).isFalse();
    }
}
