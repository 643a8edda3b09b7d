package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes one program: classes, static fields, helper methods, {@code f}, and what resets and shows the fields. */
final class ProgramMaker {

    private static final Set<Feature> FUNCTIONAL =
            EnumSet.of(Feature.LAMBDAS, Feature.DISPATCH, Feature.INNER, Feature.PATTERNS, Feature.ENUMS);

    /** For tests that define code beside the program's. */
    private static final String LOOKUP =
            "public static java.lang.invoke.MethodHandles.Lookup lookup() {\n"
                    + "    return java.lang.invoke.MethodHandles.lookup();\n}";

    private static final String ALL =
            """
            public static double[] all(double[] x) {
                double value = f(x);
                double sum = 0;
                for (double e : state()) sum += e;
                return new double[] {value, x[0], x[1], x[2], x[3], sum};
            }\
            """;

    /** What is shown of a cell; a program may have left null in the field. */
    private static final String CELL =
            """
            if (# != null) {
                out[at++] = #.v;
                out[at++] = #.w;
                out[at++] = #.n;
                for (double e : #.data) out[at++] = e;
                out[at++] = #.following().v;
            }\
            """;

    private final World world;
    private final Dice dice;
    private final int size;
    private final List<Node> members = new ArrayList<>();

    ProgramMaker(Dice dice, Settings settings) {
        this.dice = dice;
        this.world = new World(dice, settings.features());
        this.size = settings.size();
    }

    /** Returns the members of the program's class. */
    List<Node> make() {
        members.addAll(new Classes(world).make());
        List<Node> fields = new ArrayList<>();
        if (world.has(Feature.STATICS)) {
            for (int i = dice.between(1, 4); i > 0; i--) {
                fields.add(declareStatic());
            }
        }
        members.addAll(fields);
        if (world.has(Feature.CALLS)) {
            for (int i = dice.between(0, 3); i > 0; i--) {
                members.add(helper());
            }
        }
        if (world.has(Feature.RECURSION) && dice.chance(40)) {
            members.add(recursion());
        }
        members.add(main());
        members.add(Node.member("public static void reset() #0", Node.body(resets())));
        members.add(Node.member("public static double[] state() #0", Node.body(shows())));
        members.add(Node.member(ALL));
        members.add(Node.member(LOOKUP));
        return members;
    }

    private Node declareStatic() {
        Choice<String> types =
                new Choice<String>(dice).or(3, () -> "double").or(2, () -> "double[]").or(1, () -> "int");
        String type =
                types.orIf(world.has(Feature.OBJECTS), 2, () -> "Cell")
                        .orIf(world.has(Feature.DISPATCH), 2, () -> "Shape")
                        .orIf(world.has(Feature.MATRICES), 1, () -> "double[][]")
                        .take();
        String name = world.fresh("s");
        world.statics.add(Variable.field(type, name));
        return Node.member("static " + type + " " + name + ";");
    }

    private Node helper() {
        return dice.chance(50) ? world.without(FUNCTIONAL, () -> helper(true)) : helper(false);
    }

    private Node helper(boolean isPlain) {
        String name = world.fresh("h");
        String result = dice.one("double", "double", "void", "double[]");
        List<String> types = new ArrayList<>();
        Scope scope = Scope.ofMethod(world, result, isPlain);
        StringBuilder header = new StringBuilder("static " + result + " " + name + "(");
        for (int i = dice.between(1, 3); i > 0; i--) {
            String type = parameterType();
            String parameter = world.fresh("p");
            header.append(types.isEmpty() ? "" : ", ").append(type).append(' ').append(parameter);
            types.add(type);
            scope.add(dice.chance(60) ? Variable.mutable(type, parameter) : Variable.fixed(type, parameter));
        }
        if (!result.equals("double") && !types.contains("double[]")) {
            header.append(", double[] buffer");
            types.add("double[]");
            scope.add(Variable.fixed("double[]", "buffer"));
        }
        boolean throwing = world.has(Feature.EXCEPTIONS) && dice.chance(30);
        if (throwing) {
            scope.enterCatching();
        }
        Node body = new Statements(world, scope).method(dice.between(1, Math.max(2, size / 3)));
        world.routines.add(new Routine("", name, result, types, !isPlain, throwing));
        return Node.member(header.append(") #0").toString(), body);
    }

    private String parameterType() {
        return new Choice<String>(dice)
                .or(6, () -> "double")
                .or(4, () -> "double[]")
                .or(1, () -> "int")
                .orIf(world.has(Feature.OBJECTS), 3, () -> "Cell")
                .orIf(world.has(Feature.OBJECT_ARRAYS) && world.has(Feature.OBJECTS), 1, () -> "Cell[]")
                .orIf(world.has(Feature.RECORDS), 2, () -> "Pair")
                .orIf(world.has(Feature.DISPATCH), 2, () -> "Shape")
                .orIf(world.has(Feature.MATRICES), 1, () -> "double[][]")
                .orIf(world.has(Feature.LAMBDAS), 2, () -> "DoubleUnaryOperator")
                .orIf(world.has(Feature.FLOATS), 1, () -> "float")
                .orIf(world.has(Feature.BOXES), 1, () -> "Double")
                .take();
    }

    private Node recursion() {
        String name = world.fresh("r");
        Scope scope = Scope.ofMethod(world, "double", false);
        scope.add(Variable.mutable("double", "a"));
        scope.add(Variable.fixed("double[]", "b"));
        Statements statements = new Statements(world, scope);
        Numbers numbers = statements.numbers();
        Node last = numbers.number(1);
        Node body = statements.block(dice.between(1, 3));
        String again = " " + dice.one("+", "*", "-") + " " + name + "(#3, b, depth - 1)";
        Node member =
                Node.member(
                        "static double "
                                + name
                                + "(double a, double[] b, int depth) {\n    if (depth <= 0) return #0;\n    #1\n"
                                + "    return #2"
                                + again
                                + (dice.chance(30) ? again : "")
                                + ";\n}",
                        last,
                        body,
                        numbers.tame(1),
                        numbers.tame(1));
        world.routines.add(new Routine("", name, "double", List.of("double", "double[]", "depth"), true, false));
        return member;
    }

    private Node main() {
        Scope scope = Scope.ofMethod(world, "double", false);
        scope.add(Variable.fixed("double[]", "x"));
        if (world.has(Feature.EXCEPTIONS) && dice.chance(6)) {
            scope.enterCatching();
        }
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 3); i++) {
            String name = world.fresh("v");
            scope.add(Variable.mutable("double", name));
            all.add(Node.statement("double " + name + " = #0[" + i + "];", Node.expression("double[]", "x")));
        }
        String count = world.fresh("n");
        scope.add(Variable.mutable("int", count));
        all.add(Node.statement("int " + count + " = " + dice.below(4) + ";"));
        Node body = new Statements(world, scope).method(dice.between(Math.max(1, size / 4), size));
        all.addAll(body.parts());
        return Node.member("public static double f(double[] x) #0", Node.body(all));
    }

    private List<Node> resets() {
        List<Node> all = new ArrayList<>();
        for (Variable variable : world.statics) {
            String value =
                    switch (variable.type()) {
                        case "double" -> "0.5";
                        case "int" -> "2";
                        case "double[]" -> "new double[] {0.25, -0.5, 0.75, 1.0}";
                        case "double[][]" -> "new double[4][4]";
                        case "Cell" -> "new Cell(0.5)";
                        case "Shape" -> "new Square(0.5)";
                        default -> throw new IllegalArgumentException(variable.type());
                    };
            all.add(Node.statement(variable.name() + " = " + value + ";"));
        }
        return all;
    }

    private List<Node> shows() {
        List<Node> all = new ArrayList<>();
        all.add(Node.statement("double[] out = new double[64];"));
        all.add(Node.statement("int at = 0;"));
        for (Variable variable : world.statics) {
            String name = variable.name();
            all.add(
                    Node.statement(
                            switch (variable.type()) {
                                case "double", "int" -> "out[at++] = " + name + ";";
                                case "double[]" -> "for (double e : " + name + ") out[at++] = e;";
                                case "double[][]" ->
                                        "for (int i = 0; i < 4; i++) out[at++] = "
                                                + name
                                                + "[i][i] + "
                                                + name
                                                + "[i][0];";
                                case "Cell" -> CELL.replace("#", name);
                                case "Shape" -> "out[at++] = " + name + ".area(0.25);";
                                default -> throw new IllegalArgumentException(variable.type());
                            }));
        }
        all.add(Node.statement("return out;"));
        return all;
    }
}
