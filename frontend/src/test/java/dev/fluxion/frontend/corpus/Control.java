package dev.fluxion.frontend.corpus;

/** Branches, switches, labelled jumps. */
@SuppressWarnings("fallthrough")
public final class Control {
    private Control() {}

    public static double abs(double x) {
        return x < 0 ? -x : x;
    }

    public static double clamp(double x, double low, double high) {
        if (x < low) {
            return low;
        }
        if (x > high) {
            return high;
        }
        return x;
    }

    public static double oneArmed(double x, boolean twice) {
        if (twice) {
            x *= 2;
        }
        return x;
    }

    public static double bothArms(double x, int n) {
        double y;
        if (n > 3) {
            y = x * x;
        } else {
            y = x + 1;
        }
        return y * n;
    }

    public static int nested(int a, int b, int c) {
        int r = 0;
        if (a > b) {
            if (b > c) {
                r = 1;
            } else if (a > c) {
                r = 2;
            }
        } else {
            r = a > c ? 3 : b > c ? 4 : 5;
        }
        return r;
    }

    public static double nanGuards(double x, double y) {
        double r = 0;
        if (x < y) {
            r += 1;
        }
        if (!(x < y)) {
            r += 2;
        }
        if (x >= y) {
            r += 4;
        }
        if (!(x >= y)) {
            r += 8;
        }
        while (x > y && r < 100) {
            y += Math.abs(x) + 1;
            r++;
        }
        do {
            r += 16;
        } while (x <= y && r < 50);
        return r;
    }

    public static float nanLoops(float x, float y) {
        float r = 0;
        for (int i = 0; i < 5 && !(x > y); i++) {
            x += 1;
            r += x;
        }
        do {
            r++;
        } while (!(r >= 3));
        return r;
    }

    public static int fallThrough(int x) {
        int r = 0;
        switch (x & 7) {
            case 0:
                r += 1;
            case 1:
                r += 10;
                break;
            case 2:
            case 3:
                r += 100;
            default:
                r += 1000;
            case 6:
                r += 10000;
        }
        return r;
    }

    public static int sparse(int x) {
        return switch (x) {
            case Integer.MIN_VALUE -> 1;
            case -7 -> 2;
            case 0 -> 3;
            case 1000 -> 4;
            case Integer.MAX_VALUE -> 5;
            default -> x;
        };
    }

    public static double dense(double x, int n) {
        return switch (n) {
            case 1 -> x;
            case 2 -> x * x;
            case 3 -> x * x * x;
            case 5 -> {
                double y = x + 1;
                yield y * y;
            }
            default -> Double.NaN;
        };
    }

    public static int onlyDefault(int x) {
        switch (x) {
            default:
                return x + 1;
        }
    }

    public static int labelledBreak(int n, int m) {
        int sum = 0;
        outer:
        for (int i = 0; i < (n & 15); i++) {
            for (int j = 0; j < (m & 15); j++) {
                if (i * j > 40) {
                    break outer;
                }
                if (j > i) {
                    continue outer;
                }
                sum += i * j;
            }
            sum++;
        }
        return sum;
    }

    public static int labelledBlock(int x) {
        int r = 1;
        done:
        {
            if (x > 10) {
                break done;
            }
            r = 2;
            if (x > 5) {
                break done;
            }
            r = 3;
        }
        return r;
    }

    public static int criticalEdges(int x, int y) {
        int r = x;
        if (x > y) {
            if (x > 2 * y) {
                r = y;
            }
        }
        while (r > 100) {
            if (r % 2 == 0) {
                r /= 2;
            } else if (r % 3 == 0) {
                break;
            }
            r -= 7;
        }
        return r;
    }

    public static int emptyThen(int x) {
        if (x > 3) {}
        return x;
    }

    public static int ternaries(int a, int b) {
        return Math.max(a > b ? a : b, (a < 0 ? -a : a) + (b < 0 ? -b : b));
    }

    public static boolean booleanResult(int a, int b) {
        boolean p = a > b;
        boolean q = a == 0 || p && b != 3;
        return p == q;
    }

    public static int stringSwitch(int x) {
        String s = x > 0 ? "positive" : x < 0 ? "negative" : "zero";
        return switch (s) {
            case "positive" -> 1;
            case "negative" -> -1;
            default -> 0;
        };
    }

    public static int instances(int x) {
        Object o = x % 3 == 0 ? Integer.valueOf(x) : x % 3 == 1 ? "text" : new int[] {x, x};
        return switch (o) {
            case Integer i when i > 10 -> i;
            case Integer i -> -i;
            case String s -> s.length();
            case int[] a -> a[0] + a.length;
            default -> throw new IllegalStateException();
        };
    }

    public static double unreachableTail(double x) {
        while (true) {
            x += 1;
            if (!(x < 10)) {
                return x;
            }
        }
    }

    public static int assertion(int x) {
        assert x != 17;
        return x + 1;
    }
}
