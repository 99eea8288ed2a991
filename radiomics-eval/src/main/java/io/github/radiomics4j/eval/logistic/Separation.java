package io.github.radiomics4j.eval.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Whether the classes can be separated: whether some β has s<sub>i</sub> x<sub>i</sub>' β ≥ 0 for every case (s is 1 for
 * positive ones and −1 for the others) and &gt; 0 for one. A linear program (Konis 2007): the largest Σ s<sub>i</sub>
 * x<sub>i</sub>' β with −1 ≤ β ≤ 1 under these bounds is 0 if and only if they cannot.
 */
final class Separation {
    private Separation() {}

    /** @param design columns, the intercept among them; not modified */
    static boolean isThere(double[][] design, boolean[] positive) {
        int p = design.length;
        double[] scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = Math.max(Arrays.stream(design[j]).map(Math::abs).max().orElse(1), Double.MIN_NORMAL);
        }
        double[] objective = new double[p];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < positive.length; i++) {
            double[] row = new double[p];
            for (int j = 0; j < p; j++) {
                row[j] = (positive[i] ? 1 : -1) * design[j][i] / scale[j];
                objective[j] += row[j];
            }
            constraints.add(new LinearConstraint(row, Relationship.GEQ, 0));
        }
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
            constraints.add(new LinearConstraint(unit, Relationship.GEQ, -1));
        }
        double best = new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(false))
                .getValue();
        return best > 1e-6;
    }
}
