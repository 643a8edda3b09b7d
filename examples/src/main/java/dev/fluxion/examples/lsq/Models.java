package dev.fluxion.examples.lsq;

import static java.lang.Math.PI;
import static java.lang.Math.atan;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.pow;
import static java.lang.Math.sin;

/** The models of NIST's data sets, as their files give them: the parameters b1, b2, ... are {@code b[0], b[1], ...}. */
final class Models {

    private Models() {}

    /** Returns the model of a data set. */
    static Model of(String problem) {
        return switch (problem) {
            case "Bennett5" -> (b, x) -> b[0] * pow(b[1] + x[0], -1 / b[2]);
            case "BoxBOD", "Misra1a" -> (b, x) -> b[0] * (1 - exp(-b[1] * x[0]));
            case "Chwirut1", "Chwirut2" -> (b, x) -> exp(-b[0] * x[0]) / (b[1] + b[2] * x[0]);
            case "DanWood" -> (b, x) -> b[0] * pow(x[0], b[1]);
            case "ENSO" ->
                    (b, x) ->
                            b[0]
                                    + wave(b[1], b[2], 12, x[0])
                                    + wave(b[4], b[5], b[3], x[0])
                                    + wave(b[7], b[8], b[6], x[0]);
            case "Eckerle4" -> (b, x) -> b[0] / b[1] * exp(-0.5 * square((x[0] - b[2]) / b[1]));
            case "Gauss1", "Gauss2", "Gauss3" ->
                    (b, x) -> b[0] * exp(-b[1] * x[0]) + peak(b[2], b[3], b[4], x[0]) + peak(b[5], b[6], b[7], x[0]);
            case "Hahn1", "Thurber" -> (b, x) -> polynomial(b, 0, 4, x[0]) / (1 + x[0] * polynomial(b, 4, 7, x[0]));
            case "Kirby2" -> (b, x) -> polynomial(b, 0, 3, x[0]) / (1 + x[0] * polynomial(b, 3, 5, x[0]));
            case "Lanczos1", "Lanczos2", "Lanczos3" -> Models::decays;
            case "MGH09" -> (b, x) -> b[0] * x[0] * (x[0] + b[1]) / (x[0] * (x[0] + b[2]) + b[3]);
            case "MGH10" -> (b, x) -> b[0] * exp(b[1] / (x[0] + b[2]));
            case "MGH17" -> (b, x) -> b[0] + b[1] * exp(-x[0] * b[3]) + b[2] * exp(-x[0] * b[4]);
            case "Misra1b" -> (b, x) -> b[0] * (1 - pow(1 + b[1] * x[0] / 2, -2));
            case "Misra1c" -> (b, x) -> b[0] * (1 - pow(1 + 2 * b[1] * x[0], -0.5));
            case "Misra1d" -> (b, x) -> b[0] * b[1] * x[0] / (1 + b[1] * x[0]);
            case "Nelson" -> (b, x) -> b[0] - b[1] * x[0] * exp(-b[2] * x[1]);
            case "Rat42" -> (b, x) -> b[0] / (1 + exp(b[1] - b[2] * x[0]));
            case "Rat43" -> (b, x) -> b[0] / pow(1 + exp(b[1] - b[2] * x[0]), 1 / b[3]);
            case "Roszman1" -> (b, x) -> b[0] - b[1] * x[0] - atan(b[2] / (x[0] - b[3])) / PI;
            default -> throw new IllegalArgumentException("no model of " + problem);
        };
    }

    private static double wave(double cosine, double sine, double period, double x) {
        double angle = 2 * PI * x / period;
        return cosine * cos(angle) + sine * sin(angle);
    }

    private static double peak(double height, double center, double width, double x) {
        return height * exp(-square((x - center) / width));
    }

    /** Returns b[from] + b[from + 1] x + ..., up to and without b[to]. */
    private static double polynomial(double[] b, int from, int to, double x) {
        double sum = 0;
        for (int i = to - 1; i >= from; i--) {
            sum = sum * x + b[i];
        }
        return sum;
    }

    private static double decays(double[] b, double[] x) {
        double sum = 0;
        for (int i = 0; i < b.length; i += 2) {
            sum += b[i] * exp(-b[i + 1] * x[0]);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
