package dev.fluxion.spi;

/** Shows a class file as Java; found by ServiceLoader, and needed by {@code explain} only. */
public interface Decompiler {

    /**
     * Returns the class as Java source.
     *
     * @param internalName the class's name with slashes
     * @param classFile the class file
     */
    String decompile(String internalName, byte[] classFile);
}
