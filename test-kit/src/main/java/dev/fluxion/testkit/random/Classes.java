package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the classes of a program, as its features ask for them, and tells the world what can be made and called. */
final class Classes {

    /** What classes do not use themselves, so that no chain of calls runs in a circle. */
    private static final Set<Feature> LATER =
            EnumSet.of(Feature.DISPATCH, Feature.PATTERNS, Feature.INNER, Feature.ENUMS);

    private static final Set<Feature> MAKING = EnumSet.of(Feature.OBJECTS, Feature.RECORDS, Feature.OBJECT_ARRAYS);

    private static final String CELL =
            """
            Cell(double startV, double startW, double[] startData, Cell startNext) {
                v = #0;
                w = #1;
                data = startData;
                next = startNext;
                #2
            }\
            """;

    private static final String DEEP_CELL =
            """
            DeepCell(double startV, double startE) {
                super(#0);
                extra = #1;
            }\
            """;

    private static final String DEEP_GET =
            """
            @Override double get(double a) {
                return super.get(#0) * extra + #1;
            }\
            """;

    private static final String SCALED =
            """
            Scaled(double startK, Shape startInner) {
                k = startK;
                inner = startInner;
            }\
            """;

    private final World world;
    private final Dice dice;

    Classes(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    /** Returns the declarations. */
    List<Node> make() {
        List<Node> types = new ArrayList<>();
        boolean dispatch = world.has(Feature.DISPATCH);
        boolean records = world.has(Feature.RECORDS);
        boolean enums = world.has(Feature.ENUMS);
        world.without(
                LATER,
                () -> {
                    if (world.has(Feature.EXCEPTIONS)) {
                        types.add(stop());
                    }
                    if (records) {
                        types.add(world.without(EnumSet.of(Feature.OBJECTS, Feature.OBJECT_ARRAYS), this::pair));
                    }
                    if (world.has(Feature.OBJECTS)) {
                        cells(types, dispatch);
                    }
                    if (dispatch) {
                        shapes(types, records, enums);
                    }
                    return types;
                });
        return types;
    }

    /** A method body that sees the variables given. */
    private Node body(String result, int budget, Variable... variables) {
        Scope scope = Scope.ofMethod(world, result, true);
        for (Variable variable : variables) {
            scope.add(variable);
        }
        return new Statements(world, scope).method(budget);
    }

    private Node number(Variable... variables) {
        Scope scope = Scope.ofMethod(world, "double", true);
        for (Variable variable : variables) {
            scope.add(variable);
        }
        return new Numbers(world, scope).tame(2);
    }

    /** What a constructor computes makes no objects, whose constructors would run in turn. */
    private Node started(Variable... variables) {
        return world.without(MAKING, () -> number(variables));
    }

    private int budget() {
        return dice.below(3);
    }

    private static Node stop() {
        return Node.type(
                "static final class Stop extends RuntimeException",
                List.of(
                        Node.member("private static final long serialVersionUID = 1L;"),
                        Node.member("final double value;"),
                        Node.member("Stop(double value) {\n    super(\"stop\");\n    this.value = value;\n}")));
    }

    private Node pair() {
        Variable a = Variable.fixed("double", "a");
        Variable b = Variable.fixed("double", "b");
        Variable self = Variable.fixed("Pair", "this");
        Variable other = Variable.fixed("Pair", "other");
        Variable n = Variable.fixed("int", "n");
        List<Node> members = new ArrayList<>();
        if (dice.chance(40)) {
            members.add(Node.member("Pair {\n    n = n & 7;\n    if (a > 5.0) b = #0;\n}", started(a)));
        }
        Node plus =
                Node.member(
                        "Pair plus(Pair other) {\n    return new Pair(#0, #1, n + other.n);\n}",
                        number(a, b, Variable.fixed("double", "other.a")),
                        number(a, b, Variable.fixed("double", "other.b")));
        members.add(plus);
        members.add(Node.member("double dot(Pair other) #0", body("double", budget(), a, b, n, self, other)));
        world.routines.add(new Routine("Pair", "dot", "double", List.of("Pair"), false, false));
        world.routines.add(new Routine("Pair", "b", "double", List.of(), false, false));
        return Node.type("record Pair(double a, double b, int n)", members);
    }

    private void cells(List<Node> types, boolean dispatch) {
        Variable v = Variable.field("double", "v");
        Variable w = Variable.fixed("double", "w");
        Variable n = Variable.field("int", "n");
        Variable data = Variable.field("double[]", "data");
        Variable self = Variable.fixed("Cell", "this");
        Variable a = Variable.mutable("double", "a");
        Variable other = Variable.fixed("Cell", "other");
        Variable startV = Variable.mutable("double", "startV");
        Variable startW = Variable.mutable("double", "startW");
        List<Node> members = new ArrayList<>();
        members.add(Node.member("double v;"));
        members.add(Node.member("final double w;"));
        members.add(Node.member("double[] data;"));
        members.add(Node.member("Cell next;"));
        members.add(Node.member("int n = " + dice.below(3) + ";"));
        if (world.has(Feature.FLOATS)) {
            members.add(Node.member("float g = 0.5f;"));
        }
        if (world.has(Feature.BOXES)) {
            members.add(Node.member("Double box = 0.5;"));
        }
        members.add(
                Node.member(
                        "Cell(double startV) {\n    this(startV, #0, new double[4], null);\n}",
                        started(Variable.fixed("double", "startV"))));
        members.add(
                Node.member(
                        CELL,
                        started(startV, startW),
                        started(startV, startW),
                        world.without(MAKING, () -> body("void", dice.between(0, 2), v, n, data, startV))));
        members.add(Node.member("Cell following() {\n    return next == null ? this : next;\n}"));
        members.add(Node.member("double get(double a) #0", body("double", budget(), v, w, n, data, self, a)));
        members.add(
                Node.member(
                        "void put(double a, Cell other) #0", body("void", 1 + budget(), v, n, data, self, a, other)));
        types.add(Node.type("static class Cell", members));
        if (dispatch) {
            Variable extra = Variable.field("double", "extra");
            types.add(
                    Node.type(
                            "static final class DeepCell extends Cell",
                            List.of(
                                    Node.member("double extra;"),
                                    Node.member(
                                            DEEP_CELL,
                                            started(startV, Variable.fixed("double", "startE")),
                                            started(startV, Variable.fixed("double", "startE"))),
                                    Node.member(DEEP_GET, number(v, extra, a), number(v, w, extra, a)),
                                    Node.member(
                                            "@Override void put(double a, Cell other) #0",
                                            body("void", 1 + budget(), v, n, extra, data, self, a, other)))));
        }
        world.routines.add(new Routine("Cell", "get", "double", List.of("double"), false, false));
        world.routines.add(new Routine("Cell", "put", "void", List.of("double", "Cell"), false, false));
    }

    private void shapes(List<Node> types, boolean records, boolean enums) {
        Variable a = Variable.mutable("double", "a");
        Variable k = Variable.field("double", "k");
        Variable fixed = Variable.fixed("double", "k");
        Variable p = Variable.field("double", "p");
        Node twice = Node.member("default double twice(double a) {\n    return area(#0) + area(a);\n}", number(a));
        types.add(Node.type("interface Shape", List.of(Node.member("double area(double a);"), twice)));
        types.add(
                Node.type(
                        "static final class Square implements Shape",
                        List.of(
                                Node.member("double k;"),
                                Node.member("Square(double startK) {\n    k = startK;\n}"),
                                area(body("double", budget(), k, a)))));
        types.add(
                Node.type(
                        "abstract static class Base implements Shape",
                        List.of(
                                Node.member("double p;"),
                                Node.member(
                                        "Base(double startP) {\n    p = #0;\n}",
                                        started(Variable.fixed("double", "startP"))),
                                Node.member("abstract double scale(double a);"),
                                area(Node.body(List.of(Node.statement("return scale(#0) * p;", number(a, p))))))));
        Consumer<String> round =
                name ->
                        types.add(
                                Node.type(
                                        "static class " + name + " extends Base",
                                        List.of(
                                                Node.member(
                                                        name + "(double startP) {\n    super(#0);\n}",
                                                        started(Variable.fixed("double", "startP"))),
                                                Node.member(
                                                        "@Override double scale(double a) #0",
                                                        body("double", budget(), p, a)))));
        round.accept("Round");
        round.accept("Oval");
        Node inner =
                area(
                        Node.body(
                                List.of(
                                        Node.statement(
                                                "return inner.area(#0) * k + #1;", number(fixed, a), number(a)))));
        types.add(
                records
                        ? Node.type("record Scaled(double k, Shape inner) implements Shape", List.of(inner))
                        : Node.type(
                                "static final class Scaled implements Shape",
                                List.of(
                                        Node.member("final double k;"),
                                        Node.member("final Shape inner;"),
                                        Node.member(SCALED),
                                        inner)));
        world.shapes.add(new World.Construction("Square", "new Square(#0)", List.of("double")));
        world.shapes.add(new World.Construction("Round", "new Round(#0)", List.of("double")));
        world.shapes.add(new World.Construction("Oval", "new Oval(#0)", List.of("double")));
        world.shapes.add(new World.Construction("Scaled", "new Scaled(#0, #1)", List.of("double", "Shape")));
        if (enums) {
            types.add(
                    Node.type(
                            "enum Fixed implements Shape",
                            List.of(
                                    Node.member(
                                            "ONE {\n    @Override public double area(double a) #0\n},",
                                            body("double", budget(), a)),
                                    Node.member(
                                            "TWO {\n    @Override public double area(double a) #0\n}",
                                            body("double", budget(), a)))));
            world.shapes.add(new World.Construction("Fixed", "Fixed.ONE", List.of()));
            world.shapes.add(new World.Construction("Fixed", "Fixed.TWO", List.of()));
        }
        world.routines.add(new Routine("Shape", "area", "double", List.of("double"), true, false));
        world.routines.add(new Routine("Shape", "twice", "double", List.of("double"), true, false));
    }

    private static Node area(Node body) {
        return Node.member("@Override public double area(double a) #0", body);
    }
}
