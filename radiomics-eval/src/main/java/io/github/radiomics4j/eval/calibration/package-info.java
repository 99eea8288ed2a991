/**
 * Whether predicted probabilities are what happens: {@link io.github.radiomics4j.eval.calibration.Calibration} in numbers,
 * {@link io.github.radiomics4j.eval.calibration.CalibrationCurve} as a picture, {@link
 * io.github.radiomics4j.eval.calibration.Recalibration} to mend it.
 *
 * <p>What surprises people: on the cases that a logistic model was fitted on, calibration is perfect and proves nothing; and
 * forests and boosters predict 0 and 1, whose log-odds are infinite: they are cut to a bound that the result names.
 */
@NullMarked
package io.github.radiomics4j.eval.calibration;

import org.jspecify.annotations.NullMarked;
