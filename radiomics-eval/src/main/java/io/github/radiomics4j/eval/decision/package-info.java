/**
 * Whether acting on a model does more good than harm: {@link io.github.radiomics4j.eval.decision.DecisionCurveAnalysis}
 * gives the net benefit of a model at each threshold probability, beside that of treating all and none.
 *
 * <p>What surprises people: scores must be probabilities. Those of a model that is not calibrated, or of another prevalence,
 * give a curve that looks like one and means nothing.
 */
@NullMarked
package io.github.radiomics4j.eval.decision;

import org.jspecify.annotations.NullMarked;
