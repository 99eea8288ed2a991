package io.github.radiomics4j.run;

/**
 * A switch that another thread throws to stop work in progress. Once cancelled it stays cancelled; make a new one for
 * the next call. Safe for use by many threads.
 */
public final class Cancellation {
    private volatile boolean cancelled;

    private Cancellation() {}

    /** Returns a switch that has not been thrown. */
    public static Cancellation create() {
        return new Cancellation();
    }

    /** Asks the work to stop; it ends in a {@link java.util.concurrent.CancellationException}, soon. */
    public void cancel() {
        cancelled = true;
    }

    /** Returns whether {@link #cancel()} was called. */
    public boolean isCancelled() {
        return cancelled;
    }
}
