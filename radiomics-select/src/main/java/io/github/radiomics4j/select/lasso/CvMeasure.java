package io.github.radiomics4j.select.lasso;

/** What held-out predictions are judged by. */
public enum CvMeasure {
    /** BINOMIAL −2 log likelihood, with probabilities clipped to 1e-5 … 1 − 1e-5; GAUSSIAN the squared error. */
    DEVIANCE,
    /** Area under the ROC curve of a fold, ties 1/2; larger is better. BINOMIAL only. */
    AUC,
    /** Share of cases on the wrong side of probability 1/2, on which a case counts as negative. BINOMIAL only. */
    CLASS,
    /** Squared error; BINOMIAL summed over both classes, 2 (y − p)². */
    MSE,
    /** Absolute error; BINOMIAL summed over both classes, 2 |y − p|. */
    MAE;

    private static final double CLIP = 1e-5;

    boolean isForClasses() {
        return this == AUC || this == CLASS;
    }

    /** Returns the loss of one case; AUC has none. */
    double loss(Family family, double response, double link) {
        if (family == Family.GAUSSIAN) {
            double rest = response - link;
            return this == MAE ? Math.abs(rest) : rest * rest;
        }
        double p = probability(link);
        return switch (this) {
            case DEVIANCE -> {
                double clipped = Math.min(Math.max(p, CLIP), 1 - CLIP);
                yield -2 * Math.log(response > 0 ? clipped : 1 - clipped);
            }
            case CLASS -> response > 0 == p > 0.5 ? 0 : 1;
            case MSE -> 2 * (response - p) * (response - p);
            case MAE -> 2 * Math.abs(response - p);
            case AUC -> throw new IllegalStateException("an area is no loss of one case");
        };
    }

    static double probability(double link) {
        return 1 / (1 + Math.exp(-link));
    }
}
