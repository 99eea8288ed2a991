package io.github.radiomics4j.models.fitted;

/** How much a training case weighs. Weights other than 1 change the prevalence that a model assumes: recalibrate. */
public enum ClassWeight {
    /** Every case weighs 1. */
    NONE,
    /** A case of a class of {@code m} among {@code n} cases weighs {@code n / (2 m)}, as scikit-learn's "balanced". */
    BALANCED;

    /** Returns the weight of a case of each class, as {negative, positive}. */
    public double[] of(boolean[] positive) {
        if (this == NONE) {
            return new double[] {1, 1};
        }
        int positives = 0;
        for (boolean one : positive) {
            positives += one ? 1 : 0;
        }
        double n = positive.length;
        return new double[] {n / (2.0 * (positive.length - positives)), n / (2.0 * positives)};
    }
}
