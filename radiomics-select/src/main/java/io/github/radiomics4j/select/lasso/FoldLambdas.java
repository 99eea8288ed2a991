package io.github.radiomics4j.select.lasso;

/** At which λ the models of the folds are fitted. */
public enum FoldLambdas {
    /** At those of the model of all cases: every λ that is judged is one that was fitted. */
    FIXED,
    /**
     * At a path of the fold's own, whose coefficients are interpolated at the λ of the model of all cases: what cv.glmnet does
     * where no λ is given.
     */
    AUTO
}
