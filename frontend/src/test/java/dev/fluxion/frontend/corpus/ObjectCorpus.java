package dev.fluxion.frontend.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntSupplier;

/** Fields, constructors with nested and conditional arguments, strings, lambdas. */
public final class ObjectCorpus {
    private static long counter;
    private static double scale = 2;

    private ObjectCorpus() {}

    record Point(double x, double y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }

        double norm() {
            return Math.sqrt(x * x + y * y);
        }
    }

    static class Counter {
        int count;
        long total;
        double last;

        Counter(int start) {
            count = start;
        }

        long next(double x) {
            last = x;
            total += count++;
            return total++ + ++total;
        }
    }

    static final class Doubling extends Counter {
        Doubling(int start) {
            super(start > 3 ? 2 * start : start);
        }

        @Override
        long next(double x) {
            return 2 * super.next(x);
        }
    }

    public static double points(double x, double y) {
        return new Point(x, y).plus(new Point(y, x)).norm();
    }

    public static double nestedArguments(double x, boolean flip) {
        Point p = new Point(flip ? x : -x, new Point(x, flip ? 1 : new Point(2, x).norm()).y());
        return p.x() + p.y();
    }

    public static double loopInArgument(int n) {
        return new Point(LoopCorpus.pow(1.5, n), n > 3 && n < 10 || n == 12 ? 1 : 0).norm();
    }

    public static long fields(int start, double x) {
        Counter c = start % 2 == 0 ? new Counter(start) : new Doubling(start);
        long t = c.next(x) + c.next(-x);
        return t + c.count + (long) c.last;
    }

    public static double statics(double x) {
        counter = 5;
        counter++;
        counter += 3L;
        double old = scale;
        scale = x;
        double r = counter * scale;
        scale = old;
        return r;
    }

    public static String concat(int x, double y, boolean b, char c, long l) {
        return "x=" + x + ", y=" + y + b + c + l;
    }

    public static String builder(int n) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < (n & 7); i++) {
            s.append(i).append(i % 2 == 0 ? ',' : ';');
        }
        return s.toString();
    }

    public static double lambda(double x) {
        DoubleUnaryOperator f = t -> t * t + 1;
        return f.applyAsDouble(x);
    }

    public static double capture(double x, double y) {
        DoubleUnaryOperator f = t -> t * x + y;
        return f.andThen(u -> u - x).applyAsDouble(y);
    }

    public static double reference(double x, double y) {
        DoubleBinaryOperator f = x > y ? Math::max : Math::pow;
        return f.applyAsDouble(x, y);
    }

    public static int boundReference(int x) {
        Integer boxed = x;
        IntSupplier f = boxed::hashCode;
        return f.getAsInt();
    }

    public static double serializableLambda(double x) {
        DoubleUnaryOperator f = (DoubleUnaryOperator & java.io.Serializable) t -> t + x;
        return f.applyAsDouble(1);
    }

    public static int boxes(int x) {
        Integer a = x;
        Object o = a;
        Long l = (long) x;
        List<Number> all = new ArrayList<>();
        all.add(a);
        all.add(l);
        int s = 0;
        for (Number n : all) {
            s += n.intValue();
        }
        return s + (Integer) o;
    }

    public static int badCast(int x) {
        Object o = x > 0 ? "s" : Integer.valueOf(x);
        return (Integer) o;
    }

    public static int nullCalls(int x) {
        String s = x > 0 ? "abc" : null;
        return s.length();
    }

    public static boolean references(int x) {
        Object a = new Object();
        Object b = x > 0 ? a : null;
        return a == b && b != null || b == null && x != 0;
    }

    public static String recordText(double x) {
        return new Point(x, 1).toString();
    }

    public static int virtualCalls(int x) {
        Counter c = x > 0 ? new Counter(x) : new Doubling(x);
        return (int) c.next(1) + c.getClass().getSimpleName().length();
    }

    public static String classLiteral() {
        return double[].class.getName() + String.class.getName() + int.class.getName();
    }

    public static int discarded(int x) {
        new Counter(x);
        Long.valueOf(x);
        Double.valueOf(x).hashCode();
        return x;
    }
}
