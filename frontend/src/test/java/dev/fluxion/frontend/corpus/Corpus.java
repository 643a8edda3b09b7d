package dev.fluxion.frontend.corpus;

import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All methods to try: those written here, those assembled, and those of libraries whose types {@link Inputs} makes. */
public final class Corpus {
    private static final Map<String, byte[]> ASSEMBLED = new LinkedHashMap<>();
    private static final List<Class<?>> ASSEMBLED_CLASSES =
            List.of(assemble("AssembledWithFrames", Opcodes.V21), assemble("AssembledWithoutFrames", Opcodes.V1_5));

    private static final List<String> JDK =
            List.of(
                    "java.lang.Math",
                    "java.lang.StrictMath",
                    "java.lang.FdLibm$Asin",
                    "java.lang.FdLibm$Acos",
                    "java.lang.FdLibm$Atan",
                    "java.lang.FdLibm$Atan2",
                    "java.lang.FdLibm$Sin",
                    "java.lang.FdLibm$Cos",
                    "java.lang.FdLibm$Tan",
                    "java.lang.FdLibm$RemPio2",
                    "java.lang.FdLibm$Cbrt",
                    "java.lang.FdLibm$Hypot",
                    "java.lang.FdLibm$Pow",
                    "java.lang.FdLibm$Exp",
                    "java.lang.FdLibm$Log",
                    "java.lang.FdLibm$Log10",
                    "java.lang.FdLibm$Log1p",
                    "java.lang.FdLibm$Expm1",
                    "java.lang.FdLibm$Sinh",
                    "java.lang.FdLibm$Cosh",
                    "java.lang.FdLibm$Tanh",
                    "java.lang.FdLibm$Sqrt",
                    "java.lang.FdLibm$IEEEremainder",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.lang.Boolean",
                    "java.lang.Character",
                    "java.lang.Double",
                    "java.lang.Float",
                    "java.util.Arrays",
                    "java.util.Objects",
                    "java.util.HexFormat");

    private static final List<String> LIBRARIES =
            List.of(
                    "org.apache.commons.math3.util.FastMath",
                    "org.apache.commons.math3.util.MathArrays",
                    "org.apache.commons.math3.util.MathUtils",
                    "org.apache.commons.math3.util.ArithmeticUtils",
                    "org.apache.commons.math3.util.CombinatoricsUtils",
                    "org.apache.commons.math3.util.Precision",
                    "org.apache.commons.math3.special.Erf",
                    "org.apache.commons.math3.special.Gamma",
                    "org.apache.commons.math3.special.Beta",
                    "org.apache.commons.math3.stat.StatUtils",
                    "org.apache.commons.math3.primes.Primes",
                    "org.hipparchus.util.FastMath",
                    "org.hipparchus.util.MathArrays",
                    "org.hipparchus.util.ArithmeticUtils",
                    "org.hipparchus.util.CombinatoricsUtils",
                    "org.hipparchus.util.Precision",
                    "org.hipparchus.special.Erf",
                    "org.hipparchus.special.Gamma",
                    "org.hipparchus.special.Beta",
                    "org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral",
                    "org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral",
                    "com.google.common.math.IntMath",
                    "com.google.common.math.LongMath",
                    "com.google.common.math.DoubleMath",
                    "com.google.common.primitives.Ints",
                    "com.google.common.primitives.Longs",
                    "com.google.common.primitives.Doubles",
                    "com.google.common.primitives.Floats",
                    "com.google.common.primitives.Shorts",
                    "com.google.common.primitives.Chars",
                    "com.google.common.primitives.Bytes",
                    "com.google.common.primitives.Booleans",
                    "com.google.common.primitives.UnsignedInts",
                    "com.google.common.primitives.UnsignedLongs",
                    "com.google.common.primitives.UnsignedBytes",
                    "kotlin.math.MathKt__MathJVMKt",
                    "kotlin.UnsignedKt",
                    "kotlin.ranges.RangesKt___RangesKt",
                    "kotlin.text.CharsKt__CharKt",
                    "kotlin.collections.ArraysKt___ArraysJvmKt",
                    "kotlin.collections.ArraysKt___ArraysKt",
                    "scala.math.package$",
                    "scala.runtime.RichDouble$",
                    "scala.runtime.RichFloat$",
                    "scala.runtime.RichInt$",
                    "scala.runtime.RichLong$",
                    "scala.runtime.Statics",
                    "scala.util.hashing.MurmurHash3$",
                    "scala.util.hashing.package$",
                    "scala.collection.mutable.HashTable$");

    /** Not functions of their arguments, or they allocate or run as long as an argument says. */
    private static final Set<String> EXCLUDED =
            Set.of(
                    "random",
                    "getInteger",
                    "getLong",
                    "shuffle",
                    "copyOf",
                    "copyOfRange",
                    "ensureCapacity",
                    "natural",
                    "sequence");

    /** What the JIT has its own code for, with other bits than the bytecode gives. */
    private static final Set<String> INTRINSICS =
            Set.of(
                    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "pow", "cbrt", "sinh",
                    "cosh", "tanh", "hypot", "expm1", "log1p");

    private Corpus() {}

    /** Returns the methods written for this corpus. */
    public static List<CorpusMethod> written() {
        List<CorpusMethod> all = new ArrayList<>();
        for (Class<?> type :
                List.of(
                        Scalars.class,
                        Control.class,
                        LoopCorpus.class,
                        ArrayCorpus.class,
                        ExceptionCorpus.class,
                        ObjectCorpus.class)) {
            all.addAll(methods(type, Integer.MAX_VALUE));
        }
        return all;
    }

    /** Returns the assembled methods, each with stack map frames and, in the format of Java 5, without. */
    public static List<CorpusMethod> assembled() {
        List<CorpusMethod> all = new ArrayList<>();
        for (Class<?> type : ASSEMBLED_CLASSES) {
            all.addAll(methods(type, Integer.MAX_VALUE));
        }
        return all;
    }

    /** Returns methods of the JDK; {@code java.lang} and {@code java.util} must be open to this module. */
    public static List<CorpusMethod> ofJdk() {
        return found(JDK);
    }

    /** Returns methods of libraries compiled by javac, kotlinc and scalac. */
    public static List<CorpusMethod> ofLibraries() {
        return found(LIBRARIES);
    }

    private static List<CorpusMethod> found(List<String> names) {
        List<CorpusMethod> all = new ArrayList<>();
        for (String name : names) {
            try {
                all.addAll(methods(Class.forName(name), 120));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return all;
    }

    private static List<CorpusMethod> methods(Class<?> type, int limit) {
        List<CorpusMethod> all = new ArrayList<>();
        Method[] declared = type.getDeclaredMethods();
        Arrays.sort(declared, Comparator.comparing(Method::toString));
        Object receiver = singleton(type);
        for (Method method : declared) {
            boolean callable = Modifier.isStatic(method.getModifiers()) || receiver != null;
            boolean visible = Modifier.isPublic(method.getModifiers()) || type.getName().startsWith("java.lang.FdLibm");
            if (callable && visible && isSuitable(method) && all.size() < limit) {
                AccessibleObject.setAccessible(new AccessibleObject[] {method}, true);
                all.add(new CorpusMethod(method, Modifier.isStatic(method.getModifiers()) ? null : receiver));
            }
        }
        return all;
    }

    private static boolean isSuitable(Method method) {
        if (Modifier.isNative(method.getModifiers())
                || method.isSynthetic()
                || EXCLUDED.contains(method.getName())
                || method.getName().startsWith("parallel")) {
            return false;
        }
        if (method.getDeclaringClass() == Math.class && INTRINSICS.contains(method.getName())) {
            return false;
        }
        boolean own = method.getDeclaringClass().getPackageName().equals(Corpus.class.getPackageName());
        for (Class<?> type : method.getParameterTypes()) {
            if (!Inputs.canMake(type) && !own) {
                return false;
            }
        }
        Class<?> result = method.getReturnType();
        return Inputs.canMake(result) || result == void.class || result == String.class;
    }

    /** Returns the only object of a Scala or Kotlin {@code object}, or null. */
    private static Object singleton(Class<?> type) {
        try {
            return type.getField("MODULE$").get(null);
        } catch (NoSuchFieldException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> assemble(String name, int version) {
        byte[] bytes = Assembled.bytes(name, version);
        Class<?> type = Assembled.define(bytes);
        ASSEMBLED.put(type.getName(), bytes);
        return type;
    }

    /** Returns the class file of a class. */
    static byte[] bytes(Class<?> type) {
        byte[] assembled = ASSEMBLED.get(type.getName());
        if (assembled != null) {
            return assembled;
        }
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : type.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
