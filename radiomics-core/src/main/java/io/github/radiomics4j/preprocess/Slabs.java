package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;

/** Cuts a loop into pieces for the threads of an execution; each index belongs to one piece. */
final class Slabs {
    private static final int PIECES = 16;

    private Slabs() {}

    /** The body of a loop over {@code from} to {@code to - 1}. */
    @FunctionalInterface
    interface Body {
        void run(int from, int to);
    }

    static void forEach(int count, Execution execution, Body body) {
        int pieces = Math.min(count, PIECES);
        List<Runnable> tasks = new ArrayList<>(pieces);
        for (int p = 0; p < pieces; p++) {
            int from = (int) ((long) count * p / pieces);
            int to = (int) ((long) count * (p + 1) / pieces);
            tasks.add(() -> body.run(from, to));
        }
        execution.withoutListener().runAll(tasks);
    }
}
