package dev.fluxion.examples;

import dev.fluxion.examples.greeks.Greeks;
import dev.fluxion.examples.lambert.Lambert;
import dev.fluxion.examples.lsq.LeastSquares;
import dev.fluxion.examples.sensitivity.Sensitivities;

/** {@code ./fluxion example NAME}: runs an example, or lists them. */
public final class Examples {

    private static final String LIST =
            """
             1 first       ./fluxion grad examples/first/Rosenbrock.java --at -1.2,1
             2 session     ./fluxion example session    (or in the shell: ./fluxion shell examples/session/readme.jsh)
             3 rule        ./fluxion example rule
             4 sabr        ./fluxion example sabr
             5 kinetics    ./fluxion example kinetics
             6 network     ./fluxion example network
             7 portfolio   ./fluxion example portfolio
             8 curve       ./fluxion example curve
             9 plugin      mvn -B install, then mvn -B -f examples/plugin-ejml/pom.xml test
            10 lsq         ./fluxion example lsq
            11 greeks      ./fluxion example greeks
            12 sensitivity ./fluxion example sensitivity
            13 lambert     ./fluxion example lambert
            """;

    private Examples() {}

    /** Runs the example named, with what follows the name. */
    public static void main(String[] args) throws ReflectiveOperationException {
        switch (args.length == 0 ? "" : args[0]) {
            case "session" -> Session.main();
            case "rule" -> CustomRule.main();
            case "sabr" -> Sabr.main();
            case "kinetics" -> Kinetics.main();
            case "network" -> Network.main();
            case "portfolio" -> Portfolio.main();
            case "curve" -> DiscountCurve.main();
            case "lsq" -> LeastSquares.main();
            case "greeks" -> Greeks.main();
            case "sensitivity" -> Sensitivities.main();
            case "lambert" -> Lambert.main();
            case "" -> System.out.print(LIST);
            default -> {
                System.err.println("fluxion: there is no example " + args[0]);
                System.err.print(LIST);
                System.exit(2);
            }
        }
    }
}
