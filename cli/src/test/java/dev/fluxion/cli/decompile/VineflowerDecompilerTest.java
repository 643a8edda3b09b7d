package dev.fluxion.cli.decompile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

final class VineflowerDecompilerTest {

    @Test
    void showsAClassAsJava() {
        byte[] classFile =
                ClassFile.of()
                        .build(
                                ClassDesc.of("com.acme.Made"),
                                type ->
                                        type.withMethodBody(
                                                "twice",
                                                MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double),
                                                ClassFile.ACC_STATIC,
                                                code -> code.loadConstant(2.0).dload(0).dmul().dreturn()));
        assertThat(new VineflowerDecompiler().decompile("com/acme/Made", classFile))
                .contains("package com.acme;", "static double twice(double ", "return 2.0 * ")
                .doesNotContain("$VF");
    }
}
