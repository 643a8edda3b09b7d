package dev.fluxion.testkit.oracle;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Tells whether a class has a static initialiser, which reflection does not. */
final class ClassInitializers {

    private static final byte[] NAME = "<clinit>".getBytes(StandardCharsets.UTF_8);

    private ClassInitializers() {}

    /** A class file names its static initialiser among its constants exactly if it has one. */
    static boolean has(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = loader == null ? ClassLoader.getSystemResourceAsStream(path) : stream(loader, path)) {
            if (in == null) {
                throw new OracleException("no class file of " + type.getName());
            }
            return contains(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new OracleException("the class file of " + type.getName(), unreadable);
        }
    }

    private static @Nullable InputStream stream(ClassLoader loader, String path) {
        return loader.getResourceAsStream(path);
    }

    private static boolean contains(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipBytes(8);
        int constants = in.readUnsignedShort();
        for (int i = 1; i < constants; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> {
                    byte[] text = new byte[in.readUnsignedShort()];
                    in.readFully(text);
                    if (java.util.Arrays.equals(text, NAME)) {
                        return true;
                    }
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("constant of kind " + tag);
            }
        }
        return false;
    }
}
