package dev.fluxion.testkit;

import dev.fluxion.frontend.ClassFile;
import dev.fluxion.frontend.Raiser;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.testkit.check.ProgramCheck;
import dev.fluxion.testkit.oracle.MethodBodies;
import dev.fluxion.testkit.oracle.Oracle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The frontend and a backend, as the test kit asks for them. */
public final class Stages {

    private Stages() {}

    /** Returns a check of gradients and of all other modes. */
    public static ProgramCheck check(boolean isStrict) {
        return check(isStrict, 1);
    }

    /** Returns a check of gradients, and of all other modes of one program in so many. */
    static ProgramCheck check(boolean isStrict, int modesOneIn) {
        return new ProgramCheck(Stages::oracle, new RaisedAndLowered(), isStrict, modesOneIn);
    }

    /** Returns an oracle that reads bytecode as the frontend does. */
    public static Oracle oracle(Class<?> type) {
        return new Oracle(type.getClassLoader(), bodies(type.getClassLoader()));
    }

    /** Returns the code of methods that a loader finds. */
    static MethodBodies bodies(ClassLoader loader) {
        Map<String, ClassFile> files = new ConcurrentHashMap<>();
        return method -> raise(loader, files, method);
    }

    private static Function raise(ClassLoader loader, Map<String, ClassFile> files, MethodRef method) {
        return Raiser.raise(files.computeIfAbsent(method.owner(), owner -> read(loader, owner)), method);
    }

    private static ClassFile read(ClassLoader loader, String owner) {
        try (InputStream in = loader.getResourceAsStream(owner + ".class")) {
            return ClassFile.parse(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(owner, unreadable);
        }
    }
}
