package dev.fluxion.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class ClassCacheTest {

    private final ClassCache<String, Object> cache = new ClassCache<>();

    @Test
    void manyThreadsThatAskForOneKeyGetOneValueMadeOnce() throws Exception {
        int threads = 16;
        AtomicInteger made = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Object>> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                answers.add(
                        pool.submit(() -> {
                            start.await();
                            return cache.get(
                                    String.class,
                                    "key",
                                    () -> {
                                        made.incrementAndGet();
                                        Thread.onSpinWait();
                                        return new Object();
                                    });
                        }));
            }
            start.countDown();
            Object first = answers.getFirst().get();
            for (Future<Object> answer : answers) {
                assertThat(answer.get()).isSameAs(first);
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailsIsTriedAgain() {
        assertThatThrownBy(() ->
                        cache.get(
                                String.class,
                                "key",
                                () -> {
                                    throw new IllegalArgumentException("no");
                                }))
                .hasMessage("no");
        assertThat(cache.get(String.class, "key", () -> "yes")).isEqualTo("yes");
    }

    @Test
    void makingMayAskForOtherKeysButNotForItself() {
        Object outer = cache.get(String.class, "outer", () -> cache.get(String.class, "inner", () -> "made"));
        assertThat(outer).isEqualTo("made");
        assertThatThrownBy(() -> cache.get(String.class, "self", () -> cache.get(String.class, "self", () -> "never")))
                .isInstanceOf(IllegalStateException.class);
    }
}
