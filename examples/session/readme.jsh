// The session that the README of Zygote.jl opens with, in Java: ./fluxion shell examples/session/readme.jsh
double f(double x) { return 5 * x + 3; }
f(10)
1 + 1
sin(0.5)
String name = IO.readln()
name
