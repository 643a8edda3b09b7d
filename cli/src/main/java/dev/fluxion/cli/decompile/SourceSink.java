package dev.fluxion.cli.decompile;

import org.jetbrains.java.decompiler.main.extern.IContextSource.IOutputSink;
import org.jetbrains.java.decompiler.main.extern.IResultSaver;
import org.jspecify.annotations.Nullable;

import java.util.jar.Manifest;

/** Keeps the source that Vineflower writes; the other things that it can write do not occur for one class. */
final class SourceSink implements IResultSaver {

    private final StringBuilder text = new StringBuilder();

    String source() {
        return text.toString();
    }

    IOutputSink asOutput() {
        return new IOutputSink() {
            @Override
            public void begin() {}

            @Override
            public void acceptClass(String qualifiedName, String fileName, String content, int @Nullable [] mapping) {
                text.append(content);
            }

            @Override
            public void acceptDirectory(String directory) {}

            @Override
            public void acceptOther(String path) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void saveFolder(String path) {}

    @Override
    public void copyFile(String source, String path, String entryName) {}

    @Override
    public void saveClassFile(
            String path, String qualifiedName, String entryName, String content, int @Nullable [] mapping) {
        text.append(content);
    }

    @Override
    public void createArchive(String path, String archiveName, Manifest manifest) {}

    @Override
    public void saveDirEntry(String path, String archiveName, String entryName) {}

    @Override
    public void copyEntry(String source, String path, String archiveName, String entry) {}

    @Override
    public void saveClassEntry(
            String path, String archiveName, String qualifiedName, String entryName, String content) {
        text.append(content);
    }

    @Override
    public void closeArchive(String path, String archiveName) {}
}
