/**
 * LASSO and elastic net: few columns out of thousands, by a penalty on the size of coefficients.
 *
 * <p>In order: {@link io.github.radiomics4j.select.lasso.ElasticNet} fits a path of models over λ, an {@link
 * io.github.radiomics4j.select.lasso.ElasticNetPath}; {@link io.github.radiomics4j.select.lasso.ElasticNetCv} finds λ by
 * cross-validation; {@link io.github.radiomics4j.select.lasso.Lasso} selects with both; and {@link
 * io.github.radiomics4j.select.lasso.StabilitySelection} tells which columns would be selected again.
 *
 * <p>The kernel: {@code DesignMatrix} standardises, {@code PathFit} walks over λ, {@code BinomialFit} and {@code GaussianFit}
 * turn a family into weighted least squares, {@code CoordinateDescent} solves those.
 *
 * <p>What surprises people: glmnet standardises by the standard deviation of 1/n, not 1/(n − 1); its default
 * threshold is loose enough to move coefficients in the second digit where columns are correlated; and where columns are
 * more than cases, the columns selected say little about the others that would do as well.
 */
@NullMarked
package io.github.radiomics4j.select.lasso;

import org.jspecify.annotations.NullMarked;
