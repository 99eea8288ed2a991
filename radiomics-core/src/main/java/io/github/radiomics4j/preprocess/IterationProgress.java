package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.Progress;
import java.util.List;

/** Tells a listener of iterations; those that a level did not need count as done when it ends. */
final class IterationProgress {
    private final List<Integer> iterations;
    private final Execution execution;
    private final int total;

    IterationProgress(List<Integer> iterations, Execution execution) {
        this.iterations = iterations;
        this.execution = execution;
        this.total = before(iterations.size());
    }

    private int before(int level) {
        return iterations.subList(0, level).stream().mapToInt(Integer::intValue).sum();
    }

    void iterated(int level, int done) {
        int all = before(level) + done;
        if (all < total) {
            execution.report(new Progress(all, total));
        }
    }

    void finished() {
        execution.report(new Progress(total, total));
    }
}
