package dev.fluxion.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaFieldAccess;

import dev.fluxion.diagnostic.ErrorId;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Collectors;

/** No error is documented that nothing reports. */
final class ErrorIdsTest {

    @Test
    void everyErrorIsReportedSomewhere() {
        var reported =
                Modules.all().stream()
                        .filter(type -> !type.getName().equals(ErrorId.class.getName()))
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isEquivalentTo(ErrorId.class))
                        .map(JavaFieldAccess::getName)
                        .collect(Collectors.toUnmodifiableSet());
        assertThat(Arrays.stream(ErrorId.values()).map(Enum::name)).isNotEmpty().allMatch(reported::contains);
    }
}
