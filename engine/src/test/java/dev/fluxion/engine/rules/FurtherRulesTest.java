package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Explanation;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules for methods that are not called change nothing of what is emitted: not one byte, and so not how fast it is. */
class FurtherRulesTest {

    private static final int METHODS = 400;
    private static final ClassDesc LIBRARY = ClassDesc.of("dev.fluxion.generated.Library");
    private static final ClassDesc RULES = ClassDesc.of("dev.fluxion.generated.LibraryRules");
    private static final MethodTypeDesc FUNCTION = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
    private static final MethodTypeDesc PARTIAL =
            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);

    private record Leg(double rate, double time) {
        double value(double x) {
            return Math.sqrt(rate * rate * x + time);
        }
    }

    /** A loader of generated classes, which gives their class files as well. */
    private static final class Generated extends ClassLoader {
        private final Map<String, byte[]> files;

        Generated(Map<String, byte[]> files) {
            super(FurtherRulesTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] file = files.get(name);
            return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
        }
    }

    /** Four hundred functions, half of them with partial derivatives, half with replacements. */
    private static Class<?> generatedRules() throws ClassNotFoundException {
        byte[] library =
                ClassFile.of()
                        .build(
                                LIBRARY,
                                type -> {
                                    type.withFlags(ClassFile.ACC_PUBLIC);
                                    for (int i = 0; i < METHODS; i++) {
                                        int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
                                        type.withMethodBody(
                                                "f" + i,
                                                FUNCTION,
                                                flags,
                                                code -> code.dload(0).dload(0).dmul().dreturn());
                                        String called = "f" + i;
                                        type.withMethodBody(
                                                "call" + i,
                                                FUNCTION,
                                                flags,
                                                code ->
                                                        code.dload(0)
                                                                .invokestatic(LIBRARY, called, FUNCTION)
                                                                .dreturn());
                                    }
                                });
        byte[] rules =
                ClassFile.of()
                        .build(
                                RULES,
                                type -> {
                                    type.withFlags(ClassFile.ACC_PUBLIC);
                                    type.with(marked(Rules.class, AnnotationElement.ofArray("of", value(LIBRARY))));
                                    for (int i = 0; i < METHODS; i++) {
                                        boolean isPartial = i % 2 == 0;
                                        AnnotationElement of = AnnotationElement.ofString("of", "f" + i);
                                        type.withMethod(
                                                "rule" + i,
                                                isPartial ? PARTIAL : FUNCTION,
                                                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                                method ->
                                                        method.with(
                                                                        isPartial
                                                                                ? marked(
                                                                                        Partial.class,
                                                                                        of,
                                                                                        AnnotationElement.ofInt(
                                                                                                "wrt", 0))
                                                                                : marked(Replacement.class, of))
                                                                .withCode(code ->
                                                                        code.dload(0)
                                                                                .dload(isPartial ? 2 : 0)
                                                                                .dadd()
                                                                                .dreturn()));
                                    }
                                });
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dev/fluxion/generated/Library.class", library);
        files.put("dev/fluxion/generated/LibraryRules.class", rules);
        return new Generated(files).loadClass("dev.fluxion.generated.LibraryRules");
    }

    private static java.lang.classfile.AnnotationValue value(ClassDesc type) {
        return java.lang.classfile.AnnotationValue.ofClass(type);
    }

    private static RuntimeVisibleAnnotationsAttribute marked(Class<?> annotation, AnnotationElement... elements) {
        return RuntimeVisibleAnnotationsAttribute.of(Annotation.of(annotation.describeConstable().get(), elements));
    }

    private static List<DoubleFn> functions() {
        Leg[] array = {new Leg(1, 2), new Leg(3, 4)};
        List<Leg> list = new ArrayList<>(Arrays.asList(array));
        Map<String, Double> map = new LinkedHashMap<>(Map.of("a", 2.0));
        List<DoubleFn> functions = new ArrayList<>();
        functions.add(x -> Math.sin(Math.cos(x)) + Math.pow(x, 1.5) * Math.hypot(x, 2));
        functions.add(x -> {
            double y = x;
            for (int i = 0; i < 50; i++) {
                y = y > 2 ? Math.sin(y) : y * y + 0.1;
            }
            return y;
        });
        functions.add(x -> {
            double[] work = new double[20];
            for (int i = 0; i < 40; i++) {
                work[i % 20] += x * i;
            }
            return Arrays.stream(work).map(y -> y * y).sum();
        });
        functions.add(x -> {
            Leg sum = new Leg(0, 0);
            for (int i = 0; i < 9; i++) {
                sum = new Leg(sum.rate() + x, sum.time() * x + i);
            }
            return sum.value(x);
        });
        functions.add(x -> {
            double sum = 0;
            for (Leg leg : list) {
                sum += leg.value(x);
            }
            return sum;
        });
        functions.add(x -> list.stream().filter(leg -> leg.rate() > 0).mapToDouble(leg -> leg.value(x)).sum());
        functions.add(x -> {
            List<Double> boxes = new ArrayList<>();
            boxes.add(x * map.get("a"));
            boxes.add(x * x);
            return boxes.get(0) * boxes.get(1);
        });
        return functions;
    }

    private static void assertSame(Explanation plain, Explanation further) {
        assertThat(further.ir()).isEqualTo(plain.ir());
        assertThat(further.adjointIr()).isEqualTo(plain.adjointIr());
        assertThat(further.bytecode()).isEqualTo(plain.bytecode());
    }

    @Test
    void changeNothingOfWhatIsEmittedForOthers() throws ClassNotFoundException {
        Differentiator plain = Fluxion.builder().build();
        Differentiator further = Fluxion.builder().rules(generatedRules()).build();
        for (DoubleFn each : functions()) {
            assertSame(plain.explain(each), further.explain(each));
            assertThat(further.gradient(each, 1.3)).isEqualTo(plain.gradient(each, 1.3));
        }
        DoubleArrayFn ofArray =
                x -> {
                    double[] y = x.clone();
                    for (int i = 1; i < y.length; i++) {
                        y[i] += y[i - 1] * Math.exp(-y[i]);
                    }
                    return y[y.length - 1];
                };
        assertSame(plain.explain(ofArray), further.explain(ofArray));
    }

    /** The rules are there, and are used for the methods that they are for. */
    @Test
    void areUsedForTheirOwn() throws ReflectiveOperationException {
        Class<?> rules = generatedRules();
        Class<?> library = rules.getClassLoader().loadClass("dev.fluxion.generated.Library");
        Differentiator further = Fluxion.builder().rules(rules).build();
        for (String name : List.of("call0", "call398")) {
            Method squared = library.getMethod(name, double.class);
            assertThat(further.gradient(squared).at(3.0)).as(name).containsExactly(3 + 9);
        }
        for (String name : List.of("call1", "call399")) {
            Method doubled = library.getMethod(name, double.class);
            assertThat(further.gradient(doubled).at(3.0)).as(name).containsExactly(2);
        }
    }
}
