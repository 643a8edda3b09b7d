package dev.fluxion.cli.decompile;

import dev.fluxion.spi.Decompiler;

import org.jetbrains.java.decompiler.main.extern.IContextSource;
import org.jetbrains.java.decompiler.main.extern.IFernflowerLogger;
import org.jetbrains.java.decompiler.main.extern.IFernflowerPreferences;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/** Shows classes as Java by Vineflower. */
public final class VineflowerDecompiler implements Decompiler {

    /** What Vineflower writes above a class that no source has; here that is each. */
    private static final String MARK = "// $VF: synthetic class\n";

    /** Makes the decompiler; for ServiceLoader. */
    public VineflowerDecompiler() {}

    @Override
    public String decompile(String internalName, byte[] classFile) {
        SourceSink sink = new SourceSink();
        org.jetbrains.java.decompiler.api.Decompiler.builder()
                .inputs(new OneClass(internalName, classFile))
                .output(sink)
                .logger(IFernflowerLogger.NO_OP)
                .option(IFernflowerPreferences.THREADS, "1")
                .option(IFernflowerPreferences.INCLUDE_JAVA_RUNTIME, "")
                .option(IFernflowerPreferences.INDENT_STRING, "    ")
                .option(IFernflowerPreferences.PREFERRED_LINE_LENGTH, "110")
                .option(IFernflowerPreferences.NEW_LINE_SEPARATOR, "1")
                .option(IFernflowerPreferences.REMOVE_SYNTHETIC, "0")
                .option(IFernflowerPreferences.DECOMPILER_COMMENTS, "0")
                .option(IFernflowerPreferences.SOURCE_FILE_COMMENTS, "0")
                .build()
                .decompile();
        return sink.source().replace(MARK, "");
    }

    /** One class file, and nothing else to look at. */
    private static final class OneClass implements IContextSource {

        private final String internalName;
        private final byte[] classFile;

        private OneClass(String internalName, byte[] classFile) {
            this.internalName = internalName;
            this.classFile = classFile;
        }

        @Override
        public String getName() {
            return internalName;
        }

        @Override
        public Entries getEntries() {
            return new Entries(List.of(Entry.atBase(internalName)), List.of(), List.of());
        }

        @Override
        public @Nullable InputStream getInputStream(String resource) {
            return resource.equals(internalName + CLASS_SUFFIX) ? new ByteArrayInputStream(classFile) : null;
        }

        @Override
        public IOutputSink createOutputSink(org.jetbrains.java.decompiler.main.extern.IResultSaver saver) {
            return ((SourceSink) saver).asOutput();
        }
    }
}
