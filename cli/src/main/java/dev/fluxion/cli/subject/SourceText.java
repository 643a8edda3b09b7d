package dev.fluxion.cli.subject;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The text of a method in a Java file. */
public final class SourceText {

    private SourceText() {}

    /** Returns the lines of the target's method, each with its number; for a class file without source nothing. */
    public static String of(Target target) {
        Path file = target.source();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (file == null || compiler == null) {
            return "";
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, d -> {}, null, null, files.getJavaFileObjects(file));
            StringBuilder text = new StringBuilder();
            for (CompilationUnitTree unit : task.parse()) {
                append(unit, Trees.instance(task).getSourcePositions(), target.method(), text);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(CompilationUnitTree unit, SourcePositions positions, Method method, StringBuilder text)
            throws IOException {
        MethodTree tree = find(unit, method);
        if (tree == null) {
            return;
        }
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
        long last = lines.getLineNumber(positions.getEndPosition(unit, tree));
        List<String> all = unit.getSourceFile().getCharContent(true).toString().lines().toList();
        for (long line = first; line <= last; line++) {
            String number = Long.toString(line);
            text.append(" ".repeat(Math.max(0, 4 - number.length()))).append(number);
            text.append("  ").append(all.get((int) line - 1)).append('\n');
        }
    }

    private static @Nullable MethodTree find(CompilationUnitTree unit, Method method) {
        String owner = method.getDeclaringClass().getSimpleName();
        return new TreeScanner<@Nullable MethodTree, @Nullable String>() {
            @Override
            public @Nullable MethodTree visitClass(ClassTree tree, @Nullable String enclosing) {
                return super.visitClass(tree, tree.getSimpleName().toString());
            }

            @Override
            public @Nullable MethodTree visitMethod(MethodTree tree, @Nullable String enclosing) {
                boolean found =
                        tree.getName().contentEquals(method.getName())
                                && tree.getParameters().size() == method.getParameterCount()
                                && (enclosing == null || enclosing.isEmpty() || enclosing.equals(owner));
                return found ? tree : super.visitMethod(tree, enclosing);
            }

            @Override
            public @Nullable MethodTree reduce(@Nullable MethodTree first, @Nullable MethodTree second) {
                return first == null ? second : first;
            }
        }.scan(unit, null);
    }
}
