/** Rosenbrock's banana-shaped valley; its lowest point is (1, 1). */
class Rosenbrock {

    static double rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }
}
