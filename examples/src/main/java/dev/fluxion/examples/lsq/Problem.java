package dev.fluxion.examples.lsq;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.fluxion.VectorFn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of the non-linear regressions in the Statistical Reference Datasets of the National Institute of Standards and
 * Technology, whose files are resources beside this class, as they were published.
 *
 * @param name of the data set
 * @param starts two points to start from: one far away, and one nearer
 * @param certified the parameters that fit best, to eleven digits
 * @param sumOfSquares what remains there, to eleven digits
 * @param predictors by observation
 * @param responses by observation; their logarithms where the model is one of these
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Problem(
        String name,
        double[][] starts,
        double[] certified,
        double sumOfSquares,
        double[][] predictors,
        double[] responses) {

    /** All of NIST's, those of lower, average and higher difficulty, in its order. */
    static final List<String> NAMES =
            List.of(
                    "Misra1a",
                    "Chwirut2",
                    "Chwirut1",
                    "Lanczos3",
                    "Gauss1",
                    "Gauss2",
                    "DanWood",
                    "Misra1b", //
                    "Kirby2",
                    "Hahn1",
                    "Nelson",
                    "MGH17",
                    "Lanczos1",
                    "Lanczos2",
                    "Gauss3",
                    "Misra1c",
                    "Misra1d", //
                    "Roszman1",
                    "ENSO", //
                    "MGH09",
                    "Thurber",
                    "BoxBOD",
                    "Rat42",
                    "MGH10",
                    "Eckerle4",
                    "Rat43",
                    "Bennett5");

    private static final int CERTIFIED_DIGITS = 11;
    private static final String SUM_OF_SQUARES = "Residual Sum of Squares:";

    /** Reads the file of a data set. */
    static Problem read(String name) {
        List<double[]> parameters = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double sumOfSquares = Double.NaN;
        boolean logarithm = false;
        boolean data = false;
        for (String line : lines(name)) {
            if (line.startsWith("Data:")) {
                data = true;
                rows.clear(); // the first such line only describes them
            } else if (line.matches("\\s*b\\d\\s*=.*")) {
                parameters.add(numbers(line.substring(line.indexOf('=') + 1)));
            } else if (line.startsWith(SUM_OF_SQUARES)) {
                sumOfSquares = numbers(line.substring(SUM_OF_SQUARES.length()))[0];
            } else if (line.strip().startsWith("log[y] =")) {
                logarithm = true;
            } else if (data && line.matches("[-+.\\dE\\s]*\\d[-+.\\dE\\s]*")) {
                rows.add(numbers(line));
            }
        }
        double[] responses = column(rows, 0);
        return new Problem(
                name,
                new double[][] {column(parameters, 0), column(parameters, 1)},
                column(parameters, 2),
                sumOfSquares,
                rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new),
                logarithm ? Arrays.stream(responses).map(Math::log).toArray() : responses);
    }

    /** Returns what the model expects, by observation, as a function of the parameters. */
    VectorFn model() {
        Model model = Models.of(name);
        double[][] x = predictors;
        return b -> {
            double[] expected = new double[x.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = model.at(b, x[i]);
            }
            return expected;
        };
    }

    /**
     * Returns how far parameters are from the certified ones: the largest error in units of the last of the eleven
     * digits, so that nothing above a half, or what rounding adds to it, means that they are all the same.
     */
    double unitsOff(double[] found) {
        double worst = 0;
        for (int i = 0; i < certified.length; i++) {
            double magnitude = Math.floor(Math.log10(Math.abs(certified[i])));
            double unit = Math.pow(10, magnitude + 1 - CERTIFIED_DIGITS);
            worst = Math.max(worst, Math.abs(found[i] - certified[i]) / unit);
        }
        return worst;
    }

    /** Returns how many digits of the worst parameter are certified: at most eleven, none where there is no number. */
    double digits(double[] found) {
        double worst = CERTIFIED_DIGITS;
        for (int i = 0; i < certified.length; i++) {
            double error = Math.abs(found[i] / certified[i] - 1);
            worst = error < 1 ? Math.min(worst, -Math.log10(error)) : 0;
        }
        return worst;
    }

    private static List<String> lines(String name) {
        try (InputStream file = Problem.class.getResourceAsStream(name + ".dat")) {
            if (file == null) {
                throw new IllegalArgumentException("no data set " + name);
            }
            return new String(file.readAllBytes(), US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
