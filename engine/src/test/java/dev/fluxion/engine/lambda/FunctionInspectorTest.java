package dev.fluxion.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.symbol.InvokeKind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.util.function.DoubleUnaryOperator;

/** The kinds of function objects that javac makes. */
class FunctionInspectorTest {

    private static final MethodType TYPE = MethodType.methodType(double.class, double.class);
    private static final String HERE = FunctionInspectorTest.class.getName().replace('.', '/');

    private final double field = 3;

    private static Implementation inspect(Object function) {
        return FunctionInspector.inspect(function, DoubleFn.class, "applyAsDouble", TYPE);
    }

    private static double ofStatic(double x) {
        return x;
    }

    private double ofInstance(double x) {
        return x * field;
    }

    public double ofPublicInstance(double x) {
        return x * field;
    }

    /** Overrides a method that a bound reference names. */
    static final class Child extends FunctionInspectorTest {
        @Override
        public double ofPublicInstance(double x) {
            return -x;
        }
    }

    record Scale(double factor) implements DoubleFn {
        @Override
        public double applyAsDouble(double x) {
            return factor * x;
        }
    }

    @Test
    void lambdaWithoutCapturedValuesIsAStaticMethodOfItsClass() {
        Implementation found = inspect((DoubleFn) x -> x * x);
        assertThat(found.owner()).isEqualTo(FunctionInspectorTest.class);
        assertThat(found.method().owner()).isEqualTo(HERE);
        assertThat(found.method().name()).startsWith("lambda$");
        assertThat(found.method().descriptor()).isEqualTo("(D)D");
        assertThat(found.kind()).isEqualTo(InvokeKind.STATIC);
        assertThat(found.captured()).isEmpty();
    }

    @Test
    void capturedValuesComeFirst() {
        double factor = 2;
        String text = "a";
        boolean flag = true;
        Implementation found = inspect((DoubleFn) x -> factor * x + text.length() + (flag ? 1 : 0));
        assertThat(found.method().descriptor()).isEqualTo("(DLjava/lang/String;ZD)D");
        assertThat(found.captured()).containsExactly(2.0, "a", true);
    }

    @Test
    void lambdaThatUsesThisIsAnInstanceMethodWithItsReceiverCaptured() {
        Implementation found = inspect((DoubleFn) x -> x * field);
        assertThat(found.kind()).isIn(InvokeKind.SPECIAL, InvokeKind.VIRTUAL);
        assertThat(found.captured()).containsExactly(this);
    }

    @Test
    void methodReferenceIsTheMethodItself() {
        Implementation math = inspect((DoubleFn) Math::sin);
        assertThat(math.owner()).isEqualTo(Math.class);
        assertThat(math.method()).hasToString("java/lang/Math.sin(D)D");
        assertThat(math.kind()).isEqualTo(InvokeKind.STATIC);
        assertThat(inspect((DoubleFn) FunctionInspectorTest::ofStatic).method().name()).isEqualTo("ofStatic");
    }

    @Test
    void boundReferenceToAPrivateMethodKeepsItsReceiver() {
        Implementation found = inspect((DoubleFn) this::ofInstance);
        assertThat(found.method().name()).isEqualTo("ofInstance");
        assertThat(found.captured()).containsExactly(this);
    }

    @Test
    void boundReferenceIsTheMethodThatTheReceiversClassChooses() {
        FunctionInspectorTest child = new Child();
        Implementation found = inspect((DoubleFn) child::ofPublicInstance);
        assertThat(found.owner()).isEqualTo(Child.class);
        assertThat(found.kind()).isEqualTo(InvokeKind.SPECIAL);
        assertThat(found.captured()).containsExactly(child);
    }

    @Test
    void boundReferenceToALambdaIsThatLambda() {
        double factor = 2;
        DoubleUnaryOperator inner = (DoubleUnaryOperator & Serializable) x -> factor * x;
        Implementation found = inspect((DoubleFn) inner::applyAsDouble);
        assertThat(found.owner()).isEqualTo(FunctionInspectorTest.class);
        assertThat(found.captured()).containsExactly(2.0);
    }

    @Test
    void objectOfAnOrdinaryClassIsTheReceiverOfItsOwnMethod() {
        Scale scale = new Scale(2);
        Implementation found = inspect(scale);
        assertThat(found.owner()).isEqualTo(Scale.class);
        assertThat(found.method().name()).isEqualTo("applyAsDouble");
        assertThat(found.kind()).isEqualTo(InvokeKind.SPECIAL);
        assertThat(found.captured()).containsExactly(scale);
    }

    @Test
    void anonymousClassIsAnOrdinaryClass() {
        DoubleFn anonymous =
                new DoubleFn() {
                    @Override
                    public double applyAsDouble(double x) {
                        return x;
                    }
                };
        assertThat(inspect(anonymous).owner()).isEqualTo(anonymous.getClass());
    }

    @Test
    void reflectedMethodsAreFoundWithTheirReceiver() throws NoSuchMethodException {
        Implementation sin = FunctionInspector.inspect(Math.class.getMethod("sin", double.class), null);
        assertThat(sin.key()).isEqualTo(inspect((DoubleFn) Math::sin).key());
        FunctionInspectorTest child = new Child();
        Implementation chosen =
                FunctionInspector.inspect(
                        FunctionInspectorTest.class.getMethod("ofPublicInstance", double.class), child);
        assertThat(chosen.owner()).isEqualTo(Child.class);
    }

    @Test
    void evaluationsOfOneLambdaExpressionAndDeserializedCopiesShareTheirCode() throws Exception {
        DoubleFn two = scaling(2);
        DoubleFn three = scaling(3);
        assertThat(inspect(two).key()).isEqualTo(inspect(three).key());
        assertThat(inspect(two).captured()).isNotEqualTo(inspect(three).captured());
        Object copy = copied(two);
        assertThat(copy.getClass()).isNotEqualTo(two.getClass());
        assertThat(inspect(copy)).isEqualTo(inspect(two));
    }

    @Test
    void streamFallbackFindsTheSame() {
        DoubleFn two = scaling(2);
        var direct = SerializedForm.of(two);
        var streamed = SerializedForm.throughStream(two);
        assertThat(direct).isNotNull();
        assertThat(streamed).isNotNull();
        assertThat(streamed.getImplMethodName()).isEqualTo(direct.getImplMethodName());
        assertThat(streamed.getImplClass()).isEqualTo(direct.getImplClass());
        assertThat(streamed.getCapturedArg(0)).isEqualTo(2.0);
    }

    @Test
    void lambdaThatIsNotSerializableIsRefused() {
        DoubleUnaryOperator plain = x -> x * x;
        assertThatThrownBy(() -> inspect((DoubleFn) plain::applyAsDouble))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0202] cannot find the code of a lambda made in dev.fluxion.engine.lambda.FunctionInspectorTest
                            because it is not serializable, and only serializable lambdas can be asked which method they run
                            try: make the lambda serializable where it is written: (DoubleUnaryOperator & Serializable)        more: docs/errors/FX-0202.md\
                        """);
    }

    private static DoubleFn scaling(double factor) {
        return x -> factor * x;
    }

    private static Object copied(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
