package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the columns that alone tell the classes apart: the area under the ROC curve of the raw value is at least {@code
 * minimumAuc}.
 *
 * @param minimumAuc the bar, in [0, 1]
 * @param direction which side of 1/2 counts
 */
public record AucFilter(double minimumAuc, Direction direction) implements FeatureSelector {

    /** Which values speak for the positive class. */
    public enum Direction {
        /** Large or small ones: max(AUC, 1 − AUC) is held against the bar, which is |AUC − 1/2| against the bar less 1/2. */
        EITHER,
        /** Large ones alone. */
        LARGER_IS_POSITIVE
    }

    /** Checks the bar. */
    public AucFilter {
        Objects.requireNonNull(direction, "direction");
        if (!(minimumAuc >= 0 && minimumAuc <= 1)) {
            throw new IllegalArgumentException("the bar of an AUC must lie in 0 to 1, found " + minimumAuc);
        }
    }

    /** Returns a filter with this bar, for either direction: a feature may fall with the outcome as well as rise. */
    public static AucFilter atLeast(double minimumAuc) {
        return new AucFilter(minimumAuc, Direction.EITHER);
    }

    /** Returns a copy with another direction. */
    public AucFilter withDirection(Direction direction) {
        return new AucFilter(minimumAuc, direction);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, or a class no case
     */
    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        boolean[] positive = UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < columns.count(); j++) {
            String name = columns.names().get(j);
            double auc = RocCurve.of(columns.values(j), positive).auc();
            double held = direction == Direction.EITHER ? Math.max(auc, 1 - auc) : auc;
            if (held >= minimumAuc) {
                kept.add(name);
            } else {
                dropped.add(new Selection.Dropped(name, auc, "AUC = " + held + ", must be at least " + minimumAuc));
            }
        }
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }
}
