package dev.fluxion.engine.rules;

/** What the rules of these tests are for: a small library that knows nothing of them. */
final class VectorOps {

    private VectorOps() {}

    record Point(double x, double y) {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] doubled(double[] a) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = 2 * a[i];
        }
        return result;
    }

    static double[] scaled(double[] a, double power) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = Math.pow(a[i], power);
        }
        return result;
    }

    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    static double normalize(double[] x) {
        double norm = Math.sqrt(dot(x, x));
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return norm;
    }

    static double times(double a, double b) {
        return a * b;
    }

    static Point plus(Point a, Point b) {
        return new Point(a.x + b.x, a.y + b.y);
    }

    static double[] checked(double[] x) {
        if (x[0] > 1) {
            throw new IllegalStateException("more than one");
        }
        return x.clone();
    }

    static float squared(float x) {
        return x * x;
    }

    static double weighted(int count, String name, double x) {
        return count * name.length() * x;
    }
}
