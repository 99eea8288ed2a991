package io.github.radiomics4j.eval.confusion;

import io.github.radiomics4j.eval.roc.CutoffRule;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * From where on a case is called positive, and where that came from.
 *
 * @param value cases with this score or more are called positive; not NaN
 * @param source what cases it was chosen on
 * @param rule how it was chosen, in words
 */
public record Threshold(double value, Source source, String rule) {

    /** What cases a threshold was chosen on. */
    public enum Source {
        /** On none: it was given. */
        GIVEN,
        /** On predictions of training cases by models that had not seen them. The default: neither leaks nor flatters. */
        OUT_OF_FOLD,
        /** On predictions of training cases by the model that learned from them: often too high. */
        APPARENT,
        /** On the cases that are evaluated: every metric is then better than it will be on others. */
        EVALUATED_CASES
    }

    /** Checks that the value is a number. */
    public Threshold {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(rule, "rule");
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a threshold must be a number, found NaN");
        }
    }

    /** Returns a threshold that was fixed beforehand. */
    public static Threshold of(double value) {
        return new Threshold(value, Source.GIVEN, "given");
    }

    /**
     * Returns the threshold of the largest Youden index, the lowest of several.
     *
     * @param outOfFold predictions of training cases by models that had not seen them
     */
    public static Threshold youden(Predictions outOfFold, Outcome outcome) {
        return best(CutoffRule.youden(), outOfFold, outcome);
    }

    /**
     * Returns the threshold at which a rule is best, the lowest of several.
     *
     * @param outOfFold predictions of training cases by models that had not seen them
     */
    public static Threshold best(CutoffRule rule, Predictions outOfFold, Outcome outcome) {
        List<RocCurve.Point> points = RocCurve.of(outOfFold, outcome).best(rule);
        String ties = points.size() > 1 ? ", the lowest of " + points.size() : "";
        return new Threshold(points.get(0).threshold(), Source.OUT_OF_FOLD, named(rule) + ties);
    }

    private static String named(CutoffRule rule) {
        String weight = rule.weight() == 1 ? "" : ", weight " + rule.weight();
        return switch (rule.criterion()) {
            case YOUDEN -> "largest Youden index" + weight;
            case CLOSEST_TOP_LEFT -> "closest to the top left corner" + weight;
        };
    }

    /**
     * Returns the highest threshold that keeps a sensitivity: of all that do, it has the largest specificity.
     *
     * @param sensitivity at least this, in [0, 1]
     * @param outOfFold predictions of training cases by models that had not seen them
     */
    public static Threshold atSensitivity(double sensitivity, Predictions outOfFold, Outcome outcome) {
        requireShare(sensitivity);
        RocCurve curve = RocCurve.of(outOfFold, outcome);
        int i = 0;
        while (curve.point(i).sensitivity() < sensitivity) {
            i++;
        }
        return new Threshold(
                curve.point(i).threshold(),
                Source.OUT_OF_FOLD,
                "highest with a sensitivity of at least " + sensitivity);
    }

    /**
     * Returns the lowest threshold that keeps a specificity: of all that do, it has the largest sensitivity.
     *
     * @param specificity at least this, in [0, 1]
     * @param outOfFold predictions of training cases by models that had not seen them
     */
    public static Threshold atSpecificity(double specificity, Predictions outOfFold, Outcome outcome) {
        requireShare(specificity);
        RocCurve curve = RocCurve.of(outOfFold, outcome);
        int i = curve.pointCount() - 1;
        while (curve.point(i).specificity() < specificity) {
            i--;
        }
        return new Threshold(
                curve.point(i).threshold(), Source.OUT_OF_FOLD, "lowest with a specificity of at least " + specificity);
    }

    private static void requireShare(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a sensitivity or specificity must lie in 0 to 1, found " + value);
        }
    }

    /** Returns a copy that says what cases the threshold was chosen on, where it was not on out-of-fold predictions. */
    public Threshold withSource(Source source) {
        return new Threshold(value, source, rule);
    }
}
