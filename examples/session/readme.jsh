// The session that the README of Zygote.jl opens with, in Java: echo sin | ./fluxion shell examples/session/readme.jsh
double f(double x) { return 5 * x + 3; }
f(10)
gradient(x -> f(x), 10)
explain((double x) -> f(x)).adjointIr()
// A function that is chosen while the program runs, by what it reads.
Map<String, DoubleFn> fs = Map.of("sin", Math::sin, "cos", Math::cos, "tan", Math::tan)
gradient(x -> fs.get(IO.readln()).applyAsDouble(x), 1.0)
// A rule of one's own, wrong on purpose to show that it is used.
class Sums { static double add(double a, double b) { return a + b; } }
@Rules(of = Sums.class)
class SumRules {
    @Partial(of = "add", wrt = 0) static double first(double a, double b, double sum) { return 2; }
    @Partial(of = "add", wrt = 1) static double second(double a, double b, double sum) { return 1; }
}
gradient((a, b) -> Sums.add(a, b), 1.0, 1.0)
Fluxion.builder().rules(SumRules.class).build().gradient((a, b) -> Sums.add(a, b), 1.0, 1.0)
// Derivatives of derivatives.
DoubleFn d1 = derivative(x -> Math.sin(x))
DoubleFn d2 = derivative(d1)
DoubleFn d5 = derivative(derivative(derivative(d2)))
d5.applyAsDouble(1) == cos(1)
