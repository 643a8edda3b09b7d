package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;
import dev.fluxion.testkit.source.Reductions;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java program: a class with a method {@code public static double f(double[] x)}, whose argument has four elements;
 * with {@code public static void reset()}, which gives all static fields the values that they start with, and {@code
 * public static double[] state()}, which shows them. {@code public static double[] all(double[] x)} gives the value,
 * what {@code f} leaves in the argument, and the sum of the state. {@code public static MethodHandles.Lookup lookup()}
 * is for tests that need its rights.
 */
public final class RandomProgram {

    private final String name;
    private final Node tree;

    RandomProgram(String name, Node tree) {
        this.name = name;
        this.tree = tree;
    }

    /** Returns the name of the program's class, which is in no package. */
    public String name() {
        return name;
    }

    /** Returns the text of the file with the program's class. */
    public String source() {
        return imports() + "\npublic final class " + name + " " + body("");
    }

    /** Returns the imports that the class needs. */
    public String imports() {
        return "import java.util.function.DoubleUnaryOperator;\n";
    }

    /** Returns the class's body, with each line but the first indented further. */
    public String body(String indent) {
        return tree.print().strip().replace("\n", "\n" + indent);
    }

    /** Returns about how many parts the program has. */
    public int size() {
        return tree.size();
    }

    /**
     * Returns programs of the same name that are a little smaller, those that lack most first. Some of them do not
     * compile, and some do not end.
     */
    public List<RandomProgram> smaller() {
        List<RandomProgram> programs = new ArrayList<>();
        for (Node reduced : Reductions.of(tree)) {
            programs.add(new RandomProgram(name, reduced));
        }
        return programs;
    }
}
