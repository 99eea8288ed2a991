package io.github.radiomics4j.select.reproducibility;

import org.apache.commons.statistics.distribution.FDistribution;

/** The confidence limits of intraclass correlations: of Shrout and Fleiss; of McGraw and Wong for absolute agreement. */
final class IccLimits {
    private IccLimits() {}

    /** Returns lower and upper limit. */
    static double[] of(IccForm form, MeanSquares ms, double level) {
        double p = (1 - level) / 2;
        if (form.isAgreement()) {
            double[] limits = agreement(ms, p);
            return form.isAverage() ? new double[] {step(limits[0], ms), step(limits[1], ms)} : limits;
        }
        double error = form.isOneWay() ? ms.within() : ms.error();
        if (error == 0) {
            return new double[] {1, 1};
        }
        double df1 = ms.subjects() - 1.0;
        double df2 = df2(form, ms);
        double f = ms.between() / error;
        double least = f / upperQuantile(df1, df2, p);
        double most = f * upperQuantile(df2, df1, p);
        return new double[] {limit(least, form, ms), limit(most, form, ms)};
    }

    /** Returns the degrees of freedom of the error. */
    static int df2(IccForm form, MeanSquares ms) {
        return form.isOneWay() ? ms.subjects() * (ms.readers() - 1) : (ms.subjects() - 1) * (ms.readers() - 1);
    }

    private static double limit(double f, IccForm form, MeanSquares ms) {
        return form.isAverage() ? 1 - 1 / f : (f - 1) / (f + ms.readers() - 1);
    }

    /** Returns the limits of ICC(2,1), with Satterthwaite's degrees of freedom v. */
    private static double[] agreement(MeanSquares ms, double p) {
        if (ms.error() == 0 && ms.reader() == 0) {
            return new double[] {1, 1};
        }
        double n = ms.subjects();
        double k = ms.readers();
        double icc = ms.icc(IccForm.ICC_2_1);
        double a = k * icc * ms.reader();
        double b = (n * (1 + (k - 1) * icc) - k * icc) * ms.error();
        double v = (k - 1) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
        double rest = k * ms.reader() + (k * n - k - n) * ms.error();
        double above = upperQuantile(n - 1, v, p);
        double below = upperQuantile(v, n - 1, p);
        double lower = n * (ms.between() - above * ms.error()) / (above * rest + n * ms.between());
        double upper = n * (below * ms.between() - ms.error()) / (rest + n * below * ms.between());
        return new double[] {lower, upper};
    }

    /** Spearman and Brown's step from one reader to the mean of k. */
    private static double step(double single, MeanSquares ms) {
        int k = ms.readers();
        return k * single / (1 + (k - 1) * single);
    }

    /** Returns the quantile with {@code p} above it, polished by a step of Newton, as the library stops at 1e-9. */
    private static double upperQuantile(double df1, double df2, double p) {
        if (!(df2 > 0 && df1 > 0)) {
            return Double.NaN;
        }
        FDistribution distribution = FDistribution.of(df1, df2);
        double x = distribution.inverseSurvivalProbability(p);
        double density = distribution.density(x);
        return density > 0 ? x + (distribution.survivalProbability(x) - p) / density : x;
    }
}
