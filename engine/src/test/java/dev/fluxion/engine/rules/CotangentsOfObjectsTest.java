package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

/** Objects of ordinary classes as cotangents of such objects, and what checked rules see of them. */
class CotangentsOfObjectsTest {

    private static final Differentiator AD = Fluxion.builder().rules(MotorRules.class).build();
    private static final Differentiator CHECKED = Fluxion.builder().rules(MotorRules.class).checkedRules(true).build();

    /** A mutable class with numbers of both widths. */
    static class Shaft {
        double radius;

        Shaft(double radius) {
            this.radius = radius;
        }
    }

    static final class Motor extends Shaft {
        float torque;

        Motor(double radius, float torque) {
            super(radius);
            this.torque = torque;
        }
    }

    static final class Motors {
        private Motors() {}

        static double force(Motor motor) {
            return motor.torque / motor.radius;
        }

        static double late(Motor motor) {
            return motor.torque / motor.radius;
        }
    }

    @Rules(of = Motors.class)
    static final class MotorRules {
        private MotorRules() {}

        @Reverse(of = "force")
        static ValueAndPullback<Double, Motor> force(Motor motor) {
            double radius = motor.radius;
            float torque = motor.torque;
            return ValueAndPullback.of(
                    torque / radius, bar -> new Motor(-bar * torque / (radius * radius), (float) (bar / radius)));
        }

        /** Reads its argument when it is pulled back, which it must not. */
        @Reverse(of = "late")
        static ValueAndPullback<Double, Motor> late(Motor motor) {
            return ValueAndPullback.of(
                    motor.torque / motor.radius,
                    bar ->
                            new Motor(
                                    -bar * motor.torque / (motor.radius * motor.radius), (float) (bar / motor.radius)));
        }
    }

    @Test
    void anObjectOfTheArgumentsClassIsACotangent() {
        // the force of a motor whose radius is x^2
        assertThat(AD.gradient(x -> Motors.force(new Motor(x * x, 8)), 2)).isEqualTo(-2 * 8 / 8.0);
        assertThat(CHECKED.gradient(x -> Motors.force(new Motor(x * x, 8)), 2)).isEqualTo(-2 * 8 / 8.0);
        assertThat(AD.gradient(x -> Motors.force(new Motor(4, (float) x)), 2)).isEqualTo(0.25);
    }

    @Test
    void checkedRulesSeeFieldsThatAreOverwritten() {
        assertThat(CHECKED.gradient(x -> Motors.late(new Motor(x, 8)), 2)).isEqualTo(-2);
        assertThatThrownBy(() ->
                        CHECKED.gradient(
                                x -> {
                                    Motor motor = new Motor(x, 8);
                                    double force = Motors.late(motor);
                                    motor.radius = 5;
                                    return force * motor.radius;
                                },
                                2))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0411");
    }
}
