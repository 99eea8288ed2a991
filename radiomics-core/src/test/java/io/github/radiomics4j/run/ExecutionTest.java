package io.github.radiomics4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutionTest {
    private final List<ExecutorService> pools = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void poolsEnd() throws InterruptedException {
        for (ExecutorService pool : pools) {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private ExecutorService pool(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        pools.add(pool);
        return pool;
    }

    @Test
    void withoutAPoolTasksRunInOrderOnTheCallingThread() {
        List<Integer> order = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Execution.sequential().runAll(tasks(5, i -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            order.add(i);
        }));
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void noTasksAreDoneAtOnce() {
        AtomicInteger calls = new AtomicInteger();
        Execution.on(pool(2)).withListener(progress -> calls.incrementAndGet()).runAll(List.of());
        assertThat(calls).hasValue(0);
    }

    @Test
    void thePoolTakesPart() {
        CountDownLatch both = new CountDownLatch(2);
        Execution.on(pool(1)).runAll(tasks(2, i -> {
            both.countDown();
            await(both); // neither task ends before the other has begun
        }));
        assertThat(both.getCount()).isZero();
    }

    @Test
    void aPoolThatRejectsOrIsShutDownLeavesTheWorkToTheCallingThread() {
        AtomicInteger ran = new AtomicInteger();
        Execution.on(task -> {
                    throw new RejectedExecutionException("full");
                })
                .runAll(tasks(7, i -> ran.incrementAndGet()));
        ExecutorService ended = pool(1);
        ended.shutdown();
        Execution.on(ended).runAll(tasks(7, i -> ran.incrementAndGet()));
        assertThat(ran).hasValue(14);
    }

    @Test
    void aPoolThatNeverRunsWhatItTakesChangesNothing() {
        AtomicInteger ran = new AtomicInteger();
        Execution.on(task -> {}).runAll(tasks(7, i -> ran.incrementAndGet()));
        assertThat(ran).hasValue(7);
    }

    @Test
    void aPoolThatBreaksIsSaidOnlyWhenTheTasksThatItStartedHaveEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        ExecutorService pool = pool(1);
        Execution execution = Execution.on(task -> {
            if (calls.getAndIncrement() > 0) {
                await(begun);
                throw new IllegalStateException("broken");
            }
            pool.execute(task);
        });
        assertThatThrownBy(() -> execution.runAll(tasks(3, i -> {
                    begun.countDown();
                    pause();
                    ended.set(true);
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(ended).isTrue();
    }

    @Test
    void theFirstFailureInListOrderIsThrownThoughAnotherCameEarlier() {
        CountDownLatch bothBegun = new CountDownLatch(2);
        CountDownLatch secondFailed = new CountDownLatch(1);
        assertThatThrownBy(() -> Execution.on(pool(1)).runAll(tasks(2, i -> {
                    bothBegun.countDown();
                    await(bothBegun);
                    if (i == 1) {
                        secondFailed.countDown();
                    } else {
                        await(secondFailed);
                        pause();
                    }
                    throw new IllegalStateException("task " + i);
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task 0");
    }

    @Test
    void afterAFailureNoFurtherTaskStarts() {
        List<Integer> ran = new ArrayList<>();
        assertThatThrownBy(() -> Execution.sequential().runAll(tasks(5, i -> {
                    ran.add(i);
                    if (i == 2) {
                        throw new IllegalStateException("task 2");
                    }
                })))
                .hasMessage("task 2");
        assertThat(ran).containsExactly(0, 1, 2);
    }

    @Test
    void aFailureIsThrownOnlyWhenEveryStartedTaskHasEnded() {
        CountDownLatch bothBegun = new CountDownLatch(2);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Execution.on(pool(1)).runAll(tasks(2, i -> {
                    bothBegun.countDown();
                    await(bothBegun);
                    if (i == 0) {
                        throw new IllegalStateException("task 0");
                    }
                    pause();
                    ended.set(true);
                })))
                .hasMessage("task 0");
        assertThat(ended).isTrue();
    }

    @Test
    void anErrorOfATaskIsThrownAsItIs() {
        assertThatThrownBy(() -> Execution.on(pool(2)).runAll(tasks(4, i -> {
                    throw new StackOverflowError("deep");
                })))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aCheckedExceptionThrownByATrickIsNotLost() {
        assertThatThrownBy(() -> Execution.sequential()
                        .runAll(tasks(1, i -> ExecutionTest.<RuntimeException>sneak(new IOException("disk")))))
                .isInstanceOf(UndeclaredThrowableException.class)
                .hasCause(new IOException("disk"));
    }

    @Test
    void whateverAListenerThrowsEndsTheCall() {
        for (ExecutorService pool : List.of(pool(1), pool(3))) {
            assertThatThrownBy(() -> Execution.on(pool)
                            .withListener(progress -> {
                                throw new IllegalStateException("listener");
                            })
                            .runAll(tasks(9, i -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("listener");
        }
    }

    @Test
    void anErrorOfAListenerOnAThreadOfThePoolEndsTheCallToo() {
        Thread caller = Thread.currentThread();
        CountDownLatch bothBegun = new CountDownLatch(2);
        assertThatThrownBy(() -> Execution.on(pool(1))
                        .withListener(progress -> {
                            if (Thread.currentThread() != caller) {
                                throw new AssertionError("listener");
                            }
                        })
                        .runAll(tasks(2, i -> {
                            bothBegun.countDown();
                            await(bothBegun);
                        })))
                .isInstanceOf(AssertionError.class)
                .hasMessage("listener");
    }

    @Test
    void theListenerIsCalledOneAtATimeAndCountsUp() {
        List<Progress> seen = new ArrayList<>(); // not safe for threads, on purpose
        AtomicInteger inside = new AtomicInteger();
        Execution.on(pool(3))
                .withListener(progress -> {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    seen.add(progress);
                    inside.decrementAndGet();
                })
                .runAll(tasks(200, i -> Thread.yield()));
        assertThat(seen)
                .isEqualTo(IntStream.rangeClosed(1, 200)
                        .mapToObj(done -> new Progress(done, 200))
                        .toList());
    }

    @Test
    void withoutItsListenerAnExecutionIsSilent() {
        AtomicInteger calls = new AtomicInteger();
        Execution.sequential()
                .withListener(progress -> calls.incrementAndGet())
                .withoutListener()
                .runAll(tasks(3, i -> {}));
        assertThat(calls).hasValue(0);
    }

    @Test
    void aCancelledCallStartsNothing() {
        Cancellation cancellation = Cancellation.create();
        Execution execution = Execution.on(pool(1)).withCancellation(cancellation);
        assertThatCode(execution::checkCancelled).doesNotThrowAnyException();
        cancellation.cancel();
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> execution.runAll(tasks(3, i -> ran.incrementAndGet())))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled by the caller");
        assertThatThrownBy(execution::checkCancelled).isInstanceOf(CancellationException.class);
        assertThat(ran).hasValue(0);
    }

    @Test
    void cancellingInATaskStopsTheOthers() {
        Cancellation cancellation = Cancellation.create();
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> Execution.sequential()
                        .withCancellation(cancellation)
                        .runAll(tasks(10, i -> {
                            ran.incrementAndGet();
                            if (i == 3) {
                                cancellation.cancel();
                            }
                        })))
                .isInstanceOf(CancellationException.class);
        assertThat(ran).hasValue(4);
    }

    @Test
    void anInterruptInATaskStopsTheOthersAndIsKept() {
        AtomicInteger ran = new AtomicInteger();
        for (Execution execution : List.of(Execution.sequential(), Execution.on(Runnable::run))) {
            ran.set(0);
            assertThatThrownBy(() -> execution.runAll(tasks(10, i -> {
                        ran.incrementAndGet();
                        if (i == 3) {
                            Thread.currentThread().interrupt();
                        }
                    })))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue(); // and clears it
            assertThat(ran).hasValue(4);
        }
    }

    @Test
    void anInterruptWhileTheCallerWaitsIsKeptAndWaitsForTheTasksThatRun() {
        Thread caller = Thread.currentThread();
        CountDownLatch bothBegun = new CountDownLatch(2);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Execution.on(pool(1)).runAll(tasks(2, i -> {
                    bothBegun.countDown();
                    await(bothBegun);
                    if (Thread.currentThread() != caller) {
                        while (caller.getState() != Thread.State.WAITING) {
                            Thread.onSpinWait();
                        }
                        caller.interrupt();
                        pause();
                        ended.set(true);
                    }
                })))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }

    @Test
    void workInsideATaskOfAPoolOfOneThreadDoesNotWaitForThatThread() throws Exception {
        ExecutorService pool = pool(1);
        AtomicInteger ran = new AtomicInteger();
        Execution execution = Execution.on(pool);
        pool.submit(() -> execution.runAll(tasks(
                        4,
                        i -> execution.runAll(tasks(4, j -> execution.runAll(tasks(4, k -> ran.incrementAndGet())))))))
                .get(30, TimeUnit.SECONDS);
        assertThat(ran).hasValue(64);
        execution.runAll(tasks(4, i -> execution.runAll(tasks(4, j -> ran.incrementAndGet()))));
        assertThat(ran).hasValue(80);
    }

    @Test
    void aPoolThatRunsOnTheCallerWhenFullIsNoTrap() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        pools.add(pool);
        AtomicInteger ran = new AtomicInteger();
        Execution.on(pool).runAll(tasks(50, i -> ran.incrementAndGet()));
        assertThat(ran).hasValue(50);
    }

    @Test
    void noMoreThanTheMaximumOfThreadsRunAtOnce() {
        for (int threads : new int[] {1, 2, 3}) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Execution.on(pool(6)).withMaximumThreads(threads).runAll(tasks(30, i -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
            }));
            assertThat(most.get()).isBetween(1, threads);
        }
    }

    @Test
    void oneThreadAtMostIsTheCallingOne() {
        Thread caller = Thread.currentThread();
        Execution.on(pool(2))
                .withMaximumThreads(1)
                .runAll(tasks(10, i -> assertThat(Thread.currentThread()).isSameAs(caller)));
        assertThatThrownBy(() -> Execution.sequential().withMaximumThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, found 0");
    }

    @Test
    void whatWaitsInABusyPoolHoldsNoTaskOfACallThatHasReturned() throws InterruptedException {
        List<Runnable> queue = new ArrayList<>();
        WeakReference<byte[]> image = runOnAnImage(Execution.on(queue::add));
        for (int i = 0; image.get() != null && i < 50; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(image.get()).isNull();
        assertThat(queue).isNotEmpty();
        queue.forEach(Runnable::run); // late, and nothing is left to do
    }

    /** Runs tasks that hold an image, of which the first fails, and returns the image for as long as somebody has it. */
    private static WeakReference<byte[]> runOnAnImage(Execution execution) {
        byte[] image = new byte[1 << 16];
        assertThatThrownBy(() -> execution.runAll(tasks(4, i -> {
                    image[i]++;
                    throw new IllegalStateException("task " + i);
                })))
                .hasMessage("task 0");
        return new WeakReference<>(image);
    }

    private interface Task {
        void run(int i);
    }

    private static List<Runnable> tasks(int count, Task task) {
        return IntStream.range(0, count)
                .<Runnable>mapToObj(i -> () -> task.run(i))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Long enough for a thread that wrongly goes on to be seen; a short one can only let a broken test pass. */
    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable checked) throws T {
        throw (T) checked;
    }
}
