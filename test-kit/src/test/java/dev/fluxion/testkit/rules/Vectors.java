package dev.fluxion.testkit.rules;

/** What the rules under test are for. */
final class Vectors {

    private Vectors() {}

    record Point(double x, double y, String name) {}

    /** An object with numbers in memory. */
    static final class Account {
        double balance;
        final String owner;

        Account(double balance, String owner) {
            this.balance = balance;
            this.owner = owner;
        }

        double interest(double rate) {
            return balance * rate;
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] softmax(double[] x) {
        double sum = 0;
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(x[i]);
            sum += y[i];
        }
        for (int i = 0; i < x.length; i++) {
            y[i] /= sum;
        }
        return y;
    }

    static double pick(double[] x, int index) {
        return x[index] * x[index];
    }

    static double area(Point p, double scale) {
        return p.x * p.y * scale;
    }

    static double normalize(double[] x) {
        double norm = Math.sqrt(dot(x, x));
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return norm;
    }

    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    static void addTo(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i] * from[i];
        }
    }

    static double trace(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += m[i][i] * m[i][i];
        }
        return sum;
    }

    static double mean(java.util.List<Double> numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.size();
    }

    static double skew(double x, double y) {
        return x * x * y;
    }

    static float half(float x) {
        return x * x / 2;
    }
}
