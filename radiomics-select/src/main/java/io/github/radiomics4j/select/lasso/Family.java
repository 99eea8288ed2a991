package io.github.radiomics4j.select.lasso;

/** What is modelled as a sum over columns. */
public enum Family {
    /** The log odds of the positive class: logistic regression. */
    BINOMIAL,
    /** The mean of a number; 0 and 1 where an outcome is fitted so. */
    GAUSSIAN
}
