package io.github.radiomics4j.run;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a call runs: on the calling thread alone, or on it together with an {@link Executor}; with a switch to
 * cancel it and a listener for its progress. Immutable; one value may serve many calls at once.
 *
 * <p>The calling thread takes tasks from the same queue as the executor's threads and never waits for a task that has
 * not been started. A pool of one thread that also runs the caller therefore cannot deadlock, and a pool that rejects
 * work only makes the call slower. Tasks write to places of their own and are combined afterwards in a fixed order, so
 * results do not depend on the number of threads.
 */
public final class Execution {
    private static final Execution SEQUENTIAL = new Execution(null, 1, null, progress -> {}, new AtomicInteger());

    /** Calls for help that may wait in a busy pool: those that come too late do nothing, but take memory till then. */
    private static final int MOST_WAITING = 256;

    private final @Nullable Executor executor;
    private final int maximumThreads;
    private final @Nullable Cancellation cancellation;
    private final Consumer<? super Progress> listener;
    private final AtomicInteger waiting;

    private Execution(
            @Nullable Executor executor,
            int maximumThreads,
            @Nullable Cancellation cancellation,
            Consumer<? super Progress> listener,
            AtomicInteger waiting) {
        this.executor = executor;
        this.maximumThreads = maximumThreads;
        this.cancellation = cancellation;
        this.listener = listener;
        this.waiting = waiting;
    }

    /** Returns an execution on the calling thread alone. */
    public static Execution sequential() {
        return SEQUENTIAL;
    }

    /**
     * Returns an execution on the calling thread and on {@code executor}, which stays the caller's: it is neither shut
     * down nor waited for beyond the tasks it has started.
     */
    public static Execution on(Executor executor) {
        return new Execution(
                Objects.requireNonNull(executor, "executor"),
                Integer.MAX_VALUE,
                null,
                progress -> {},
                new AtomicInteger());
    }

    /**
     * Returns a copy that uses at most {@code threads} threads, the calling one included.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public Execution withMaximumThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
        return new Execution(executor, threads, cancellation, listener, waiting);
    }

    /** Returns a copy that stops when {@code cancellation} is thrown. */
    public Execution withCancellation(Cancellation cancellation) {
        return new Execution(
                executor, maximumThreads, Objects.requireNonNull(cancellation, "cancellation"), listener, waiting);
    }

    /**
     * Returns a copy that tells {@code listener} of each finished task, from the thread that finished it, one call at a
     * time. An exception of the listener ends the call.
     */
    public Execution withListener(Consumer<? super Progress> listener) {
        return new Execution(
                executor, maximumThreads, cancellation, Objects.requireNonNull(listener, "listener"), waiting);
    }

    /** Returns a copy without the listener, for a step inside a larger piece of work. */
    public Execution withoutListener() {
        return new Execution(executor, maximumThreads, cancellation, progress -> {}, waiting);
    }

    /**
     * Returns a copy for one of {@code parts} pieces of work that run side by side: with its share of the threads, at
     * least one, and without the listener.
     *
     * @throws IllegalArgumentException if {@code parts} is less than 1
     */
    public Execution share(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1, found " + parts);
        }
        int threads = maximumThreads == Integer.MAX_VALUE ? maximumThreads : Math.max(1, maximumThreads / parts);
        return new Execution(executor, threads, cancellation, progress -> {}, waiting);
    }

    /**
     * Tells the listener how far the work has come, for work that counts something other than the tasks of one {@link
     * #runAll}; the caller sees to it that this happens one call at a time.
     */
    public void report(Progress progress) {
        listener.accept(progress);
    }

    /**
     * Returns if the work may go on.
     *
     * @throws CancellationException if the switch was thrown or this thread was interrupted; the interrupt flag stays
     *     set
     */
    public void checkCancelled() {
        if (cancellation != null && cancellation.isCancelled()) {
            throw new CancellationException("cancelled by the caller");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted");
        }
    }

    /**
     * Runs all tasks and returns when each has ended. Tasks start in order.
     *
     * @param tasks each writes its result to a place of its own
     * @throws CancellationException if the work was cancelled or the calling thread interrupted
     * @throws RuntimeException what the first failing task (in list order among those that ran) or the listener threw;
     *     an {@link Error} likewise, and a checked exception, which a task can only throw by a trick, as the cause of an
     *     {@link UndeclaredThrowableException}
     */
    public void runAll(List<? extends Runnable> tasks) {
        new Batch(this, tasks).run();
    }

    /**
     * One call of {@link #runAll}: a shared position in the list of tasks, worked off by all threads. A busy pool may keep
     * a batch in its queue long after the call has returned, so tasks, which hold images, are forgotten once they run.
     */
    private static final class Batch {
        private final Execution execution;
        private final Thread caller = Thread.currentThread();
        private final @Nullable Runnable[] tasks;
        private final @Nullable Throwable[] failures;
        private final Object lock = new Object();
        private int next;
        private int running;
        private int done;
        private volatile boolean stopped;

        Batch(Execution execution, List<? extends Runnable> tasks) {
            this.execution = execution;
            this.tasks = tasks.toArray(Runnable[]::new);
            this.failures = new Throwable[this.tasks.length];
        }

        void run() {
            execution.checkCancelled();
            try {
                startHelpers();
                work();
            } finally {
                stop();
                awaitRunning();
            }
            throwFirstFailure();
            execution.checkCancelled();
        }

        /** Leaves tasks that have not been started undone: all have been, or one has failed, or no pool could be asked. */
        private void stop() {
            synchronized (lock) {
                stopped = true;
                Arrays.fill(tasks, null);
            }
        }

        private void startHelpers() {
            if (execution.executor == null) {
                return;
            }
            int helpers = Math.min(tasks.length, execution.maximumThreads) - 1;
            try {
                for (int h = 0; h < helpers && execution.waiting.get() < MOST_WAITING; h++) {
                    execution.waiting.incrementAndGet();
                    execution.executor.execute(() -> {
                        execution.waiting.decrementAndGet();
                        work();
                    });
                }
            } catch (RejectedExecutionException e) {
                // The pool is full or shut down: the calling thread does the work.
                execution.waiting.decrementAndGet();
            }
        }

        /** Takes tasks until none is left or the batch has stopped. */
        private void work() {
            while (!stopped) {
                int task;
                Runnable work;
                synchronized (lock) {
                    if (stopped || next == tasks.length) {
                        return;
                    }
                    task = next++;
                    work = Objects.requireNonNull(tasks[task], "a task runs once");
                    tasks[task] = null;
                    running++;
                }
                runOne(task, work);
            }
        }

        @SuppressWarnings("PMD.AvoidCatchingThrowable") // rethrown by the calling thread
        private void runOne(int task, Runnable work) {
            Throwable failure = null;
            try {
                if (Thread.currentThread() == caller) { // a pool may run its work on the thread that brings it
                    execution.checkCancelled();
                } else if (execution.cancellation != null && execution.cancellation.isCancelled()) {
                    throw new CancellationException("cancelled by the caller");
                }
                work.run();
            } catch (Throwable t) {
                failure = t;
            }
            synchronized (lock) {
                if (failure == null) {
                    done++;
                    try {
                        execution.listener.accept(new Progress(done, tasks.length));
                    } catch (Throwable t) { // whatever it is, the calling thread must not wait for ever
                        failure = t;
                    }
                }
                if (failure != null) {
                    failures[task] = failure;
                    stopped = true;
                }
                running--;
                lock.notifyAll();
            }
        }

        /** Waits for the tasks that other threads have started; an interrupt stops the batch and is kept. */
        private void awaitRunning() {
            boolean interrupted = false;
            synchronized (lock) {
                while (running > 0) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stopped = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void throwFirstFailure() {
            for (Throwable failure : failures) {
                if (failure instanceof RuntimeException e) {
                    throw e;
                }
                if (failure instanceof Error e) {
                    throw e;
                }
                if (failure != null) {
                    throw new UndeclaredThrowableException(failure);
                }
            }
        }
    }
}
