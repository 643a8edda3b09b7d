package dev.fluxion.engine.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Numbers that vary, handed to a thread that is to compute with them: each way is refused, none gives zero. */
class OtherThreadsTest {

    private static final Timer TIMER = new Timer(true);
    private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor();

    private static double left;
    private static int ticks;

    @AfterAll
    static void stop() {
        TIMER.cancel();
        EXECUTOR.shutdown();
    }

    private static final class Task extends TimerTask implements Runnable {
        private final double[] target;
        private final double x;

        Task(double[] target, double x) {
            this.target = target;
            this.x = x;
        }

        @Override
        public void run() {
            target[0] = x * x;
        }
    }

    private static final class Worker extends Thread {
        private final double x;
        private double result;

        Worker(double x) {
            this.x = x;
        }

        @Override
        public void run() {
            result = x * x;
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(DoubleFn f) {
        assertThatThrownBy(() -> Fluxion.gradient(f, 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot differentiate");
    }

    @Test
    void timers() {
        assertRefused(x -> {
            double[] target = {0};
            TIMER.schedule(new Task(target, x), 0);
            return target[0];
        });
        assertRefused(x -> {
            double[] target = {0};
            Timer timer = new Timer(true);
            timer.scheduleAtFixedRate(new Task(target, x), 0, 1000);
            timer.cancel();
            return target[0];
        });
        assertRefused(x -> {
            double[] target = {0};
            TIMER.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            target[0] = x * x;
                        }
                    },
                    0);
            return target[0];
        });
    }

    @Test
    void timersThatLeaveNumbersAloneAreNoObstacle() {
        DoubleFn f =
                x -> {
                    TIMER.schedule(
                            new TimerTask() {
                                @Override
                                public void run() {
                                    ticks = 1;
                                }
                            },
                            0);
                    return x * x;
                };
        assertThat(Fluxion.gradient(f, 3.0)).isEqualTo(6);
    }

    @Test
    void futures() {
        assertRefused(x -> {
            double[] target = {0};
            CompletableFuture.runAsync(() -> target[0] = x * x).join();
            return target[0];
        });
        assertRefused(x -> {
            CompletableFuture.runAsync(() -> left = x * x, EXECUTOR).join();
            return left;
        });
        assertRefused(x -> CompletableFuture.supplyAsync(() -> x * x).join());
        assertRefused(x -> {
            FutureTask<Double> task = new FutureTask<>(() -> x * x);
            task.run();
            return result(task);
        });
        assertRefused(x -> ForkJoinPool.commonPool().submit(() -> x * x).join());
    }

    @Test
    void executors() {
        assertRefused(x -> {
            double[] target = {0};
            result(
                    EXECUTOR.submit(() -> {
                        target[0] = x * x;
                    }));
            return target[0];
        });
        assertRefused(x -> result(EXECUTOR.submit(() -> x * x)));
        assertRefused(x -> {
            double[] target = {0};
            EXECUTOR.execute(() -> target[0] = x * x);
            return target[0];
        });
        assertRefused(x -> {
            double[] target = {0};
            result(EXECUTOR.submit(new Task(target, x)));
            return target[0];
        });
        assertRefused(x -> {
            List<Callable<Double>> tasks = List.of(() -> x * x, () -> x);
            try {
                return result(EXECUTOR.invokeAll(tasks).get(0));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void threads() {
        assertRefused(x -> {
            double[] target = {0};
            Thread thread = new Thread(() -> target[0] = x * x);
            thread.start();
            await(thread);
            return target[0];
        });
        assertRefused(x -> {
            Worker worker = new Worker(x);
            worker.start();
            await(worker);
            return worker.result;
        });
        assertRefused(x -> {
            double[] target = {0};
            await(Thread.startVirtualThread(() -> target[0] = x * x));
            return target[0];
        });
        assertRefused(x -> {
            double[] target = {0};
            await(Thread.ofVirtual().start(() -> target[0] = x * x));
            return target[0];
        });
        assertRefused(x -> {
            double[] target = {0};
            Thread thread = new Thread(new Task(target, x));
            thread.start();
            await(thread);
            return target[0];
        });
    }
}
