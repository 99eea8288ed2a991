package io.github.radiomics4j.extract;

import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many cases, several at once: workers take cases from one iterator, work on them, and hand what became of them to a sink
 * in the order of the iterator. A worker that is ahead of a slow case goes on until {@link #AHEAD} results for each worker
 * wait; the case that all wait for is always being worked on, so this cannot deadlock.
 */
final class CohortRun {
    /** Finished results that may wait for an earlier case, for each worker; a result is a few kilobytes. */
    private static final int AHEAD = 8;

    /** How often a waiting worker looks whether the run was cancelled. */
    private static final long LOOK_MILLIS = 50;

    /** Works on one case; called by many threads. */
    interface Work {
        CaseOutcome process(int index, LesionCase lesion, Execution execution) throws IOException;
    }

    /** Takes what became of a case; called in order, by one thread at a time. */
    interface Sink {
        void accept(LesionCase lesion, CaseOutcome outcome) throws IOException;
    }

    /**
     * What became of one case of the worklist.
     *
     * @param imageSha1 empty if the image was not opened or not hashed
     * @param maskSha1 empty if the mask was not opened or not hashed
     * @param results none for a case that an earlier run had finished
     */
    record CaseOutcome(String imageSha1, String maskSha1, List<CaseResult> results) {}

    private final Iterator<LesionCase> cases;
    private final int known;
    private final int workers;
    private final Execution execution;
    private final Work work;
    private final Sink sink;

    private final Object lock = new Object();
    private final Set<String> ids = new HashSet<>();
    private final Map<Integer, Pending> pending = new HashMap<>();
    private int taken;
    private int committed;
    private boolean stopped;

    private record Pending(LesionCase lesion, CaseOutcome outcome) {}

    private record Ticket(int index, LesionCase lesion) {}

    /**
     * @param cases a collection is looked through for duplicate ids at once; another iterable case by case
     * @throws IllegalArgumentException if an id occurs twice
     */
    CohortRun(Iterable<LesionCase> cases, int workers, Execution execution, Work work, Sink sink) {
        this.known = cases instanceof Collection<?> collection ? collection.size() : 0;
        this.workers = workers;
        this.execution = execution;
        this.work = work;
        this.sink = sink;
        if (cases instanceof Collection<LesionCase> collection) {
            Set<String> seen = new HashSet<>();
            collection.forEach(lesion -> requireNew(seen, lesion.id()));
        }
        this.cases = cases.iterator();
    }

    /**
     * Works through all cases.
     *
     * @throws IOException what work or sink threw
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted; what was handed over stays so
     */
    void run() throws IOException {
        Execution share = execution.share(workers);
        try {
            execution.withoutListener().runAll(Collections.nCopies(workers, () -> workUntilNoneIsLeft(share)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the number of cases whose outcome the sink has. */
    int committed() {
        synchronized (lock) {
            return committed;
        }
    }

    private void workUntilNoneIsLeft(Execution share) {
        boolean done = false;
        try {
            for (Ticket ticket = take(); ticket != null; ticket = take()) {
                finish(ticket, work.process(ticket.index, ticket.lesion, share));
            }
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    /** Returns the next case; null when none is left or another worker has failed. */
    private @Nullable Ticket take() {
        synchronized (lock) {
            while (!stopped && taken - committed >= workers * (AHEAD + 1)) {
                execution.checkCancelled();
                try {
                    lock.wait(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            execution.checkCancelled();
            if (stopped || !cases.hasNext()) {
                return null;
            }
            LesionCase lesion = cases.next();
            requireNew(ids, lesion.id());
            return new Ticket(taken++, lesion);
        }
    }

    private void finish(Ticket ticket, CaseOutcome outcome) throws IOException {
        synchronized (lock) {
            pending.put(ticket.index, new Pending(ticket.lesion, outcome));
            while (!stopped && pending.containsKey(committed)) {
                Pending next = pending.get(committed);
                requireNewRows(next);
                sink.accept(next.lesion, next.outcome);
                pending.remove(committed);
                committed++;
                execution.report(new Progress(committed, Math.max(known, taken)));
                lock.notifyAll();
            }
        }
    }

    private void stop() {
        synchronized (lock) {
            stopped = true;
            lock.notifyAll();
        }
    }

    /** The rows of one case may be called as another case is: P017-label2. */
    private void requireNewRows(Pending next) {
        List<String> rows = new ArrayList<>();
        for (CaseResult result : next.outcome.results()) {
            if (!result.caseId().equals(next.lesion.id())) {
                rows.add(result.caseId());
            }
        }
        rows.forEach(row -> requireNew(ids, row));
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("case ids must occur once in a cohort, found a second " + id);
        }
    }
}
