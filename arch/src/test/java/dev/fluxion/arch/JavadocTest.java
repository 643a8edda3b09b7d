package dev.fluxion.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** What others may use is documented. That the comments are well formed is checked by the compiler. */
final class JavadocTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void everyPublicTypeInAnExportedPackageHasJavadoc(String folder) throws IOException {
        assertThat(new Undocumented(false).in(folder)).isEmpty();
    }

    @Test
    void everyPublicMethodOfTheApiHasJavadoc() throws IOException {
        assertThat(new Undocumented(true).in("api")).isEmpty();
    }

    static Stream<String> folders() {
        return Modules.ARROWS.keySet().stream().sorted();
    }

    /** Collects the places where a comment is missing. */
    private static final class Undocumented extends TreePathScanner<@Nullable Void, DocTrees> {

        private final boolean methods;
        private final List<String> places = new ArrayList<>();

        Undocumented(boolean methods) {
            this.methods = methods;
        }

        List<String> in(String folder) throws IOException {
            var files = exportedSources(folder);
            if (files.isEmpty()) return List.of();
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var task =
                        (JavacTask)
                                compiler.getTask(
                                        null,
                                        manager,
                                        null,
                                        List.of("-proc:none"),
                                        null,
                                        manager.getJavaFileObjectsFromPaths(files));
                for (var unit : task.parse()) scan(new TreePath(unit), DocTrees.instance(task));
            }
            return places;
        }

        private static List<Path> exportedSources(String folder) throws IOException {
            var files = new ArrayList<Path>();
            for (Exports exports : Modules.reference(folder).descriptor().exports()) {
                if (exports.isQualified()) continue;
                var directory = Modules.sources(folder).resolve(exports.source().replace('.', '/'));
                try (var children = Files.list(directory)) {
                    children.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
            return files;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, DocTrees trees) {
            if (!isVisible(type)) return null;
            check(type, type.getSimpleName(), trees);
            return super.visitClass(type, trees);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, DocTrees trees) {
            if (methods && isVisible(method) && !isOverride(method) && method.getReturnType() != null) {
                check(method, method.getName(), trees);
            }
            return null;
        }

        private void check(Tree tree, CharSequence name, DocTrees trees) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null && !comment.getFirstSentence().isEmpty()) return;
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            var line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            places.add(unit.getSourceFile().getName() + ":" + line + ": " + name);
        }

        private boolean isVisible(Tree tree) {
            var modifiers = tree instanceof ClassTree type ? type.getModifiers() : ((MethodTree) tree).getModifiers();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || isInterfaceMember() && !modifiers.getFlags().contains(Modifier.PRIVATE);
        }

        private boolean isInterfaceMember() {
            var kind = getCurrentPath().getParentPath().getLeaf().getKind();
            return kind == Kind.INTERFACE || kind == Kind.ANNOTATION_TYPE;
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
        }
    }
}
