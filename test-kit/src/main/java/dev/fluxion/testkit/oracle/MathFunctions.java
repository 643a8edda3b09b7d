package dev.fluxion.testkit.oracle;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code Math} and {@code StrictMath} on floating numbers, with derivatives from the textbook. */
final class MathFunctions {

    private final Arithmetic arithmetic;

    MathFunctions(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** Returns the function's result, or null if it is not one of those known. */
    @Nullable Real call(String name, boolean isStrict, List<Real> x) {
        Real first = x.getFirst();
        return switch (x.size()) {
            case 1 -> unary(name, isStrict, first);
            case 2 -> binary(name, isStrict, first, x.get(1));
            case 3 -> name.equals("fma") ? fma(first, x.get(1), x.get(2)) : null;
            default -> null;
        };
    }

    private @Nullable Real unary(String name, boolean isStrict, Real x) {
        double v = x.value();
        return switch (name) {
            case "sin" -> of(x, isStrict ? StrictMath.sin(v) : Math.sin(v), Math.cos(v));
            case "cos" -> of(x, isStrict ? StrictMath.cos(v) : Math.cos(v), -Math.sin(v));
            case "tan" -> of(x, isStrict ? StrictMath.tan(v) : Math.tan(v), 1 / (Math.cos(v) * Math.cos(v)));
            case "asin" -> of(x, isStrict ? StrictMath.asin(v) : Math.asin(v), 1 / Math.sqrt((1 - v) * (1 + v)));
            case "acos" -> of(x, isStrict ? StrictMath.acos(v) : Math.acos(v), -1 / Math.sqrt((1 - v) * (1 + v)));
            case "atan" -> of(x, isStrict ? StrictMath.atan(v) : Math.atan(v), 1 / (1 + v * v));
            case "sinh" -> of(x, isStrict ? StrictMath.sinh(v) : Math.sinh(v), Math.cosh(v));
            case "cosh" -> of(x, isStrict ? StrictMath.cosh(v) : Math.cosh(v), Math.sinh(v));
            case "tanh" -> of(x, isStrict ? StrictMath.tanh(v) : Math.tanh(v), 1 / (Math.cosh(v) * Math.cosh(v)));
            case "exp" -> of(x, isStrict ? StrictMath.exp(v) : Math.exp(v), Math.exp(v));
            case "expm1" -> of(x, isStrict ? StrictMath.expm1(v) : Math.expm1(v), Math.exp(v));
            case "log" -> of(x, isStrict ? StrictMath.log(v) : Math.log(v), 1 / v);
            case "log10" -> of(x, isStrict ? StrictMath.log10(v) : Math.log10(v), 1 / (v * Math.log(10)));
            case "log1p" -> of(x, isStrict ? StrictMath.log1p(v) : Math.log1p(v), 1 / (1 + v));
            case "sqrt" -> of(x, Math.sqrt(v), 0.5 / Math.sqrt(v));
            case "cbrt" -> {
                double root = isStrict ? StrictMath.cbrt(v) : Math.cbrt(v);
                yield of(x, root, 1 / (3 * root * root));
            }
            case "abs" -> {
                arithmetic.path().add((long) Math.signum(v));
                yield arithmetic.unary(x.isSingle(), Math.abs(v), x, Math.signum(v));
            }
            case "floor" -> step(x, Math.floor(v));
            case "ceil" -> step(x, Math.ceil(v));
            case "rint" -> step(x, Math.rint(v));
            case "signum" -> step(x, Math.signum(v));
            default -> null;
        };
    }

    private Real of(Real x, double value, double partial) {
        return arithmetic.unary(false, value, x, partial);
    }

    private Real step(Real x, double value) {
        arithmetic.path().add(Double.doubleToLongBits(value));
        return new Real(value, x.isSingle(), Real.CONSTANT);
    }

    private @Nullable Real binary(String name, boolean isStrict, Real x, Real y) {
        double a = x.value();
        double b = y.value();
        return switch (name) {
            case "max" -> choose(x, y, Math.max(a, b), a > b);
            case "min" -> choose(x, y, Math.min(a, b), a <= b);
            case "pow" -> {
                double value = isStrict ? StrictMath.pow(a, b) : Math.pow(a, b);
                double inX = b == 0 ? 0 : b * Math.pow(a, b - 1);
                double inY = a == 0 && b > 0 ? 0 : value * Math.log(a);
                yield arithmetic.binary(false, value, x, inX, y, inY);
            }
            case "hypot" -> {
                double value = isStrict ? StrictMath.hypot(a, b) : Math.hypot(a, b);
                yield arithmetic.binary(false, value, x, value == 0 ? 0 : a / value, y, value == 0 ? 0 : b / value);
            }
            case "atan2" -> {
                double square = a * a + b * b;
                double value = isStrict ? StrictMath.atan2(a, b) : Math.atan2(a, b);
                yield arithmetic.binary(false, value, x, b / square, y, -a / square);
            }
            default -> null;
        };
    }

    private Real choose(Real x, Real y, double value, boolean first) {
        arithmetic.path().add(Double.compare(x.value(), y.value()));
        return arithmetic.binary(x.isSingle(), value, x, first ? 1 : 0, y, first ? 0 : 1);
    }

    private Real fma(Real x, Real y, Real z) {
        Real product = arithmetic.binary(x.isSingle(), 0, x, y.value(), y, x.value());
        double value =
                x.isSingle()
                        ? Math.fma((float) x.value(), (float) y.value(), (float) z.value())
                        : Math.fma(x.value(), y.value(), z.value());
        return arithmetic.binary(x.isSingle(), value, product, 1, z, 1);
    }
}
