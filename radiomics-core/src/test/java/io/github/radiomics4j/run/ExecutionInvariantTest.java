package io.github.radiomics4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExecutionInvariantTest {

    @Property(tries = 200)
    void everyTaskRunsOnceOnAnyNumberOfThreads(
            @ForAll @IntRange(max = 40) int tasks,
            @ForAll @IntRange(min = 1, max = 5) int poolThreads,
            @ForAll @IntRange(min = 1, max = 8) int maximumThreads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
        ExecutorService pool = Executors.newFixedThreadPool(poolThreads);
        try {
            Execution.on(pool).withMaximumThreads(maximumThreads).runAll(counting(runs));
            assertThat(everyOne(runs, 1)).isTrue();
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 100)
    void everyTaskOfEveryCallRunsOnceWhenCallsAreNested(
            @ForAll @IntRange(max = 8) int outer,
            @ForAll @IntRange(max = 8) int inner,
            @ForAll @IntRange(min = 1, max = 3) int poolThreads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(inner);
        ExecutorService pool = Executors.newFixedThreadPool(poolThreads);
        try {
            Execution execution = Execution.on(pool);
            execution.runAll(IntStream.range(0, outer)
                    .<Runnable>mapToObj(i -> () -> execution.runAll(counting(runs)))
                    .toList());
            assertThat(everyOne(runs, outer)).isTrue();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Runnable> counting(AtomicIntegerArray runs) {
        return IntStream.range(0, runs.length())
                .<Runnable>mapToObj(i -> () -> runs.incrementAndGet(i))
                .toList();
    }

    private static boolean everyOne(AtomicIntegerArray runs, int expected) {
        return IntStream.range(0, runs.length()).allMatch(i -> runs.get(i) == expected);
    }
}
