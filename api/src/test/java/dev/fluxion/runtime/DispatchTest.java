package dev.fluxion.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class DispatchTest {

    private static final MethodType TYPE = MethodType.methodType(String.class, CharSequence.class, int.class);

    private final List<Class<?>> linked = new ArrayList<>();
    private final Linker byName =
            (receiver, call, type) -> {
                linked.add(receiver.getClass());
                MethodHandle name =
                        MethodHandles.constant(String.class, call.method() + receiver.getClass().getSimpleName());
                return MethodHandles.dropArguments(name, 0, type.parameterList());
            };

    private CallSite site(Linker linker) {
        return Dispatch.link(
                MethodHandles.lookup(),
                "of",
                TYPE,
                linker,
                "java/lang/CharSequence",
                "(I)Ljava/lang/String;",
                "A",
                0,
                0,
                "Here.java:1");
    }

    @Test
    void each_class_is_linked_once_also_beyond_those_that_are_compared_with() throws Throwable {
        MethodHandle call = site(byName).dynamicInvoker();
        List<CharSequence> receivers =
                List.of("s", java.nio.CharBuffer.allocate(1), new One(), new Two(), new More(), new Other());
        for (int round = 0; round < 3; round++) {
            for (CharSequence receiver : receivers) {
                assertThat((String) call.invokeExact(receiver, 1))
                        .isEqualTo("of" + receiver.getClass().getSimpleName());
            }
        }
        assertThat(linked).doesNotHaveDuplicates().hasSameSizeAs(receivers);
    }

    @Test
    void a_subclass_is_another_class() throws Throwable {
        MethodHandle call = site(byName).dynamicInvoker();
        CharSequence one = new One();
        CharSequence more = new More();
        assertThat((String) call.invokeExact(one, 1)).isEqualTo("ofOne");
        assertThat((String) call.invokeExact(more, 1)).isEqualTo("ofMore");
    }

    @Test
    void a_null_receiver_is_a_null_pointer() {
        MethodHandle call = site(byName).dynamicInvoker();
        assertThatThrownBy(() -> call.invoke((CharSequence) null, 1)).isInstanceOf(NullPointerException.class);
        assertThat(linked).isEmpty();
    }

    @Test
    void what_the_linker_throws_comes_at_each_call() {
        AtomicInteger asked = new AtomicInteger();
        MethodHandle call =
                site(
                                (receiver, what, type) -> {
                                    throw new IllegalStateException(what.where() + asked.incrementAndGet());
                                })
                        .dynamicInvoker();
        CharSequence text = "";
        assertThatThrownBy(() -> call.invoke(text, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Here.java:11");
        assertThatThrownBy(() -> call.invoke(text, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Here.java:12");
    }

    private static class One implements CharSequence {
        @Override
        public int length() {
            return 0;
        }

        @Override
        public char charAt(int index) {
            return 0;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }
    }

    private static final class Other extends One {}

    private static final class Two extends One {}

    private static final class More extends One {}
}
