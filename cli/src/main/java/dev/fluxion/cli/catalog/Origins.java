package dev.fluxion.cli.catalog;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where classes come from. */
final class Origins {

    private Origins() {}

    /** Returns the name of a class's module, or else of its jar or folder. */
    static String of(Class<?> source) {
        Module module = source.getModule();
        CodeSource code = source.getProtectionDomain().getCodeSource();
        URL location = code == null ? null : code.getLocation();
        if (module.isNamed() || location == null) {
            return module.isNamed() ? module.getName() : "";
        }
        try {
            Path file = location.getProtocol().equals("file") ? Path.of(location.toURI()).getFileName() : null;
            return file == null ? location.toString() : file.toString();
        } catch (URISyntaxException unusual) {
            return location.toString();
        }
    }
}
