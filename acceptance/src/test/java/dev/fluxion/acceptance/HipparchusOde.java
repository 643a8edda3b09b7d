package dev.fluxion.acceptance;

import dev.fluxion.diagnostic.ErrorId;

import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.AdamsBashforthIntegrator;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.EulerIntegrator;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.hipparchus.ode.nonstiff.HighamHall54Integrator;
import org.hipparchus.ode.nonstiff.LutherIntegrator;
import org.hipparchus.ode.nonstiff.MidpointIntegrator;
import org.hipparchus.ode.nonstiff.ThreeEighthesIntegrator;

import java.util.List;

/** Hipparchus: integrators with fixed and adaptive steps, on predators and their prey. */
final class HipparchusOde {

    private static final Subjects ODE = new Subjects("hipparchus-ode");
    private static final double[] POINT = {1.5, 1.0, 3.0, 1.0};

    private HipparchusOde() {}

    static List<Subject> all() {
        return List.of(
                ODE.of("EulerIntegrator", p -> run(new EulerIntegrator(0.02), p), POINT),
                ODE.of("MidpointIntegrator", p -> run(new MidpointIntegrator(0.02), p), POINT),
                ODE.of("ClassicalRungeKuttaIntegrator", p -> run(new ClassicalRungeKuttaIntegrator(0.02), p), POINT),
                ODE.of("ThreeEighthesIntegrator", p -> run(new ThreeEighthesIntegrator(0.02), p), POINT),
                ODE.of("LutherIntegrator", p -> run(new LutherIntegrator(0.02), p), POINT),
                ODE.of("DormandPrince54Integrator", p -> run(dormandPrince(), p), POINT),
                ODE.of(
                        "DormandPrince853Integrator",
                        p -> run(new DormandPrince853Integrator(1e-6, 0.5, 1e-9, 1e-9), p),
                        POINT),
                ODE.of("HighamHall54Integrator", p -> run(new HighamHall54Integrator(1e-6, 0.5, 1e-9, 1e-9), p), POINT),
                ODE.of(
                        "GraggBulirschStoerIntegrator",
                        p -> run(new GraggBulirschStoerIntegrator(1e-6, 0.5, 1e-9, 1e-9), p),
                        POINT),
                ODE.of(
                                "AdamsBashforthIntegrator",
                                p -> run(new AdamsBashforthIntegrator(4, 1e-6, 0.1, 1e-9, 1e-9), p),
                                POINT)
                        .refused(ErrorId.TOO_LARGE, "a method of its derivative would not fit a class file"));
    }

    private static ODEIntegrator dormandPrince() {
        return new DormandPrince54Integrator(1e-6, 0.5, 1e-9, 1e-9);
    }

    private static double run(ODEIntegrator integrator, double[] p) {
        ODEState start = new ODEState(0, new double[] {1.0, 1.2});
        return integrator.integrate(new Predators(p), start, 1.0).getPrimaryState()[0];
    }

    /** The equations of Lotka and Volterra. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Predators(double[] rates) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            return new double[] {rates[0] * y[0] - rates[1] * y[0] * y[1], rates[3] * y[0] * y[1] - rates[2] * y[1]};
        }
    }
}
