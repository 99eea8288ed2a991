package io.github.radiomics4j.cli;

import io.github.radiomics4j.run.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Says how many cases, or other pieces of work, are done and how long the others may take. */
interface CaseProgress extends AutoCloseable {

    /** Told of each piece that is done; called by one thread at a time. */
    void report(Progress progress);

    @Override
    void close();

    /**
     * Returns a bar where a person looks at a terminal, else lines on {@code err}.
     *
     * @param unit what is counted, in the plural
     */
    static CaseProgress of(String unit, int total, PrintWriter err) {
        return isTerminal() ? new Bar(unit, total) : new Lines(unit, err);
    }

    /** From JDK 22 on there may be a console without a terminal, and a method that says so. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** A bar on standard error that is drawn anew as it grows. */
    final class Bar implements CaseProgress {
        private final ProgressBar bar;

        private Bar(String unit, int total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(unit)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }

        @Override
        public void report(Progress progress) {
            bar.stepTo(progress.done());
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every few seconds, and one at the end. */
    final class Lines implements CaseProgress {
        private static final Duration BETWEEN = Duration.ofSeconds(5);

        private final String unit;
        private final PrintWriter err;
        private final long start = System.nanoTime();
        private long last = start;

        Lines(String unit, PrintWriter err) {
            this.unit = unit;
            this.err = err;
        }

        @Override
        public void report(Progress progress) {
            long now = System.nanoTime();
            boolean isLast = progress.done() == progress.total();
            if (!isLast && now - last < BETWEEN.toNanos()) {
                return;
            }
            last = now;
            double seconds = (now - start) / 1e9;
            double left = seconds / progress.done() * (progress.total() - progress.done());
            err.println(progress.done() + " of " + progress.total() + " " + unit + ", " + Math.round(seconds) + " s"
                    + (isLast ? "" : ", about " + Math.round(left) + " s left"));
            err.flush();
        }

        @Override
        public void close() {}
    }
}
