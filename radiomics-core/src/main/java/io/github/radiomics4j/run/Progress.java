package io.github.radiomics4j.run;

/**
 * How far a piece of work has come.
 *
 * @param done finished tasks, 0 to {@code total}
 * @param total all tasks of the call
 */
public record Progress(int done, int total) {

    /** Checks that 0 ≤ done ≤ total. */
    public Progress {
        if (done < 0 || done > total) {
            throw new IllegalArgumentException("done must lie in 0 to total: done " + done + ", total " + total);
        }
    }
}
