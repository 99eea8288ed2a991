package io.github.radiomics4j.select.reproducibility;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Keeps the columns on which readers agree: those whose intraclass correlation is greater than a bar. A column without a
 * coefficient, such as a constant one, is dropped.
 *
 * <p>The readers' tables hold raw readings and are part of the options; of the table that is selected from, only names and
 * case ids count. Only cases that are in it, hence training cases, are used unless {@link #overAllReadings()} is asked. No
 * outcome is looked at.
 *
 * @param readers raw readings, of two readers at least; they may have more columns and cases than are needed
 * @param icc form and level
 * @param minimum the bar, which must be exceeded
 * @param byLowerLimit whether the lower limit of the interval is held against it, not the coefficient
 * @param allReadings whether readings of cases outside the training table count
 */
public record IccFilter(
        List<FeatureTable> readers,
        IntraclassCorrelation icc,
        double minimum,
        boolean byLowerLimit,
        boolean allReadings)
        implements FeatureSelector {

    /** Checks the options. */
    public IccFilter {
        readers = List.copyOf(readers);
        Objects.requireNonNull(icc, "icc");
        if (readers.size() < 2) {
            throw new IllegalArgumentException("two readers are needed at least, found " + readers.size());
        }
        if (!Double.isFinite(minimum)) {
            throw new IllegalArgumentException("the minimum must be finite, found " + minimum);
        }
    }

    /** Returns the filter of ICC(2,1) greater than 0.8 between readers. */
    public static IccFilter between(FeatureTable first, FeatureTable second, FeatureTable... more) {
        return new IccFilter(
                Readings.readers(first, second, more), IntraclassCorrelation.withDefaults(), 0.8, false, false);
    }

    /** Returns this with the coefficient held against another bar. */
    public IccFilter withMinimum(double minimum) {
        return new IccFilter(readers, icc, minimum, false, allReadings);
    }

    /** Returns this with the lower limit of the interval held against {@code minimum}. */
    public IccFilter withMinimumOfLowerLimit(double minimum) {
        return new IccFilter(readers, icc, minimum, true, allReadings);
    }

    /** Returns this of another form. */
    public IccFilter withForm(IccForm form) {
        return new IccFilter(readers, icc.withForm(form), minimum, byLowerLimit, allReadings);
    }

    /** Returns this with another level of the interval. */
    public IccFilter withLevel(double level) {
        return new IccFilter(readers, icc.withLevel(level), minimum, byLowerLimit, allReadings);
    }

    /**
     * Returns this over every case that all readers have, whether it is in the training table or not: for readings made
     * apart from the study, or where test cases were read by all on purpose.
     */
    public IccFilter overAllReadings() {
        return new IccFilter(readers, icc, minimum, byLowerLimit, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a reader lacks a column, or fewer than two cases are common to all; they are named
     */
    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        List<FeatureTable> aligned = aligned(table);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (String column : table.columnNames()) {
            double[][] readings = Readings.of(aligned, column);
            double value = icc.value(readings);
            double score = byLowerLimit ? icc.estimate(readings).lower() : value;
            if (score > minimum) {
                kept.add(column);
            } else {
                dropped.add(new Selection.Dropped(column, value, reason(readings, value, score)));
            }
        }
        return Selection.of(kept, dropped);
    }

    /**
     * Returns the estimate of every column of {@code table}, over the cases that {@link #select} uses.
     *
     * @throws IllegalArgumentException as {@link #select}
     */
    public IccTable estimate(FeatureTable table) {
        return icc.estimate(aligned(table));
    }

    private List<FeatureTable> aligned(FeatureTable table) {
        return Readings.aligned(readers, table.columnNames(), (allReadings ? readers.get(0) : table).caseIds());
    }

    private String reason(double[][] readings, double value, double score) {
        if (Double.isNaN(value)) {
            return icc.form() + " is undefined: "
                    + icc.estimate(readings).reason().orElse("0/0");
        }
        String what = byLowerLimit
                ? String.format(Locale.ROOT, "the lower %s %% limit of %s is %.4g", percent(), icc.form(), score)
                : String.format(Locale.ROOT, "%s is %.4g", icc.form(), score);
        return what + ", must be greater than " + minimum;
    }

    private double percent() {
        return Math.round(icc.level() * 1e6) / 1e4;
    }
}
