package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Every switch of the language, labels, ternaries and {@code assert}, with active numbers flowing through. */
@SuppressWarnings({"EnumOrdinal", "LabelledBreakTarget"}) // all of it meant
class SwitchesTest {

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}, {0.2, 3.3, -2.5}};

    private enum Kind {
        PUT,
        CALL,
        DIGITAL
    }

    private sealed interface Shape {}

    private record Circle(int radius) implements Shape {}

    private record Box(int width, int height) implements Shape {}

    private record Pair(Shape first, Object second) implements Shape {}

    private record Failing(int width) implements Shape {
        @Override
        public int width() {
            throw new IllegalStateException("accessor");
        }
    }

    @SuppressWarnings("fallthrough")
    private static double ints(double[] x) {
        double y = x[0];
        for (int i = -2; i < 9; i++) {
            switch (i) {
                case -2:
                    y *= x[1];
                case 0:
                    y += x[2];
                    break;
                case 1000:
                    return y;
                case 3:
                case 4:
                    y = Math.sin(y);
                    continue;
                case 7:
                    return y * x[0];
                default:
                    y -= x[0] * x[1];
            }
            y *= 1.1;
        }
        return y;
    }

    @Test
    void integersWithFallThrough() {
        Slopes.assertRight(x -> ints(x), POINTS);
    }

    private static double strings(double[] x) {
        double y = x[0];
        for (String name : List.of("put", "call", "Aa", "BB", "other")) {
            y =
                    switch (name) {
                        case "put" -> y * x[1];
                        case "call" -> {
                            double z = y + x[2];
                            yield z * z;
                        }
                        case "Aa" -> Math.cos(y);
                        case "BB" -> y / (1 + x[0] * x[0]);
                        default -> y - x[1];
                    };
        }
        return y;
    }

    @Test
    void stringsThatShareAHash() {
        Slopes.assertRight(x -> strings(x), POINTS);
    }

    private static double enums(double[] x) {
        double y = 0;
        for (Kind kind : Kind.values()) {
            y +=
                    switch (kind) {
                        case PUT -> Math.exp(-x[0]);
                        case CALL -> x[1] * x[2];
                        case DIGITAL -> y > 0 ? y * x[0] : x[1];
                    };
        }
        return y;
    }

    @Test
    void enumConstants() {
        Slopes.assertRight(x -> enums(x), POINTS);
    }

    private static double types(double[] x, Object value) {
        return switch (value) {
            case null -> x[0];
            case Integer i when i > 10 -> x[0] * x[1];
            case Integer i -> x[0] * i;
            case String s when s.isEmpty() -> x[2];
            case String s -> x[1] * s.length();
            case Circle(int radius) when radius > 3 -> Math.sin(x[0]) * radius;
            case Circle circle -> x[2] * circle.radius();
            case Box(int width, int height) -> x[0] * width + x[1] * x[2] * height;
            case Pair(Circle(int radius), Box(var width, var height)) -> x[0] * x[0] * radius * (width - height);
            case Pair(Shape first, Integer n) -> types(x, first) * n;
            case Kind.PUT -> x[1] * x[1];
            case Kind kind -> x[2] * x[2] * kind.ordinal();
            case int[] numbers -> x[0] / numbers.length;
            default -> x[0] + x[1];
        };
    }

    @Test
    void typesRecordsAndGuards() {
        Object[] values = {
            null,
            42,
            7,
            "",
            "abc",
            new Circle(5),
            new Circle(2),
            new Box(3, 4),
            new Pair(new Circle(2), new Box(5, 1)),
            new Pair(new Box(1, 2), 3),
            new Pair(new Box(1, 2), "x"),
            Kind.PUT,
            Kind.DIGITAL,
            new int[4],
            1.5
        };
        for (Object value : values) {
            Slopes.assertRight(x -> types(x, value), POINTS[0]);
        }
    }

    private static double matched(double[] x, Shape shape) {
        double y = x[0] * x[1];
        try {
            y *=
                    switch (shape) {
                        case Circle(int radius) -> x[2] * radius;
                        case Box(int width, int height) -> x[1] * width * height;
                        case Pair(Shape first, Object second) -> x[0];
                        case Failing(int width) -> x[0] * width;
                    };
        } catch (MatchException e) {
            y = y * y * x[2];
        }
        return y;
    }

    @Test
    void anAccessorThatThrows() {
        Slopes.assertRight(x -> matched(x, new Failing(3)), POINTS);
        Slopes.assertRight(x -> matched(x, new Box(3, 2)), POINTS);
    }

    private static double instances(double[] x, Object value) {
        if (value instanceof Pair(Circle(int radius), Box box) && radius > 1) {
            return x[0] * radius * box.width();
        }
        return value instanceof String s && s.length() > 2 ? x[1] * s.length() : x[2];
    }

    @Test
    void instanceOfPatterns() {
        Slopes.assertRight(x -> instances(x, new Pair(new Circle(2), new Box(5, 1))), POINTS);
        Slopes.assertRight(x -> instances(x, "abc"), POINTS);
        Slopes.assertRight(x -> instances(x, new Circle(1)), POINTS);
    }

    private static double labels(double[] x) {
        double y = x[0];
        outer:
        for (int i = 0; i < 4; i++) {
            middle:
            {
                for (int j = 0; j < 3; j++) {
                    y = y * 0.7 + x[j] * x[(i + j) % 3];
                    if (j == 1 && y > 1) {
                        continue outer;
                    }
                    if (y < -1) {
                        break middle;
                    }
                    if (i == 3 && j == 2) {
                        break outer;
                    }
                }
                y = Math.sin(y);
            }
            y += x[1];
        }
        return y;
    }

    @Test
    void labelledBreakAndContinue() {
        Slopes.assertRight(x -> labels(x), POINTS);
    }

    private static double ternaries(double[] x) {
        double y = x[0] > 0 ? x[1] > 0 ? x[0] * x[1] : x[2] : x[1] == x[2] ? x[0] : x[0] * x[2];
        return (y > 1 || x[0] < 0 && x[2] > 0 ? Math.exp(-y) : y) * (x[0] != x[1] ? x[1] : 0);
    }

    @Test
    void choices() {
        Slopes.assertRight(x -> ternaries(x), POINTS);
    }

    private static double asserted(double[] x) {
        double y = x[0] * x[1];
        assert y < 100 : "too large: " + y;
        return y * y;
    }

    @Test
    void assertions() {
        Slopes.assertRight(x -> asserted(x), POINTS);
        assertThat(SwitchesTest.class.desiredAssertionStatus()).isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> dev.fluxion.Fluxion.gradient(x -> asserted(x), new double[] {50, 50}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("too large: 2500.0");
    }

    private sealed interface Term {}

    private record Leaf(double value) implements Term {}

    private record Sum(Term left, Term right) implements Term {}

    private record Product(Term left, Term right) implements Term {}

    private static Term last = new Leaf(0);

    /** Recursive, so that it stays a call, over numbers in memory. */
    private static double value(Term term) {
        return switch (term) {
            case Leaf(double value) when value > 1 -> 2 * value - 1;
            case Leaf(double value) -> value;
            case Sum(Term left, Term right) -> value(left) + value(right);
            case Product(Leaf(double first), Leaf(double second)) -> first * second;
            case Product product -> value(product.left) * value(product.right);
        };
    }

    private static double ofTerms(double[] x) {
        Term both = new Sum(new Leaf(x[0]), new Product(new Leaf(x[1]), new Leaf(x[2])));
        last = new Product(both, new Sum(both, new Leaf(x[0] * x[2])));
        return value(last) * value(both);
    }

    @Test
    void recordPatternsOverNumbersInMemory() {
        Slopes.assertRight(x -> ofTerms(x), POINTS);
    }

    private enum Rate {
        LOW,
        HIGH;

        private static double seen;
    }

    private static double byRate(Object key, double[] x, int depth) {
        double y =
                switch (key) {
                    case Rate rate when rate == Rate.LOW -> Rate.seen * x[0];
                    case Rate rate -> Rate.seen + x[1];
                    case Integer n when n > 1 -> n * x[2];
                    case String text -> text.length() * x[0];
                    default -> x[1];
                };
        Rate.seen = y;
        return depth == 0 ? y : y * byRate(depth > 1 ? Rate.LOW : "text", x, depth - 1);
    }

    @Test
    void patternsBesideAStaticNumber() {
        Slopes.assertRight(
                x -> {
                    Rate.seen = x[2];
                    return byRate(Rate.HIGH, x, 2) + byRate(2, x, 1);
                },
                POINTS);
    }
}
