package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.AsIs;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Bins;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedNumber;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedSize;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Range;
import io.github.radiomics4j.preprocess.Interpolator;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.texture.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * The processing schemes for which the IBSI reference manual, chapter 1, has reference values: its digital phantom, and
 * configurations A to E of the CT phantom. A to E are sensible settings for CT and a place to start from.
 */
public enum IbsiConfiguration {
    /** Nothing is processed; intensities are gray levels. All ways of aggregation. */
    DIGITAL_PHANTOM(
            ExtractionSettings.ibsi(),
            IbsiFamilies.all(),
            new FixedBinWidth(1, WidthAnchor.RANGE_MINIMUM),
            new AsIs(Optional.empty())),

    /** Slices as they are, −500 to 400 HU, bins of 25 HU; textures in slices (2D and 2.5D). */
    A(
            ExtractionSettings.ibsi().withResegmentation(Resegmentation.range(-500, 400)),
            slices(),
            new FixedBinWidth(25, WidthAnchor.RANGE_MINIMUM),
            new AsIs(Optional.of(new Range(-500, 400)))),

    /** Slices at 2 × 2 mm, linear, −500 to 400 HU, 32 bins; textures in slices (2D and 2.5D). */
    B(
            ExtractionSettings.ibsi()
                    .withResampling(Resampling.centered(2, 2, 0))
                    .withResegmentation(Resegmentation.range(-500, 400)),
            slices(),
            new FixedBinCount(32, FixedBinCount.Rule.FORMULA),
            new AsIs(Optional.of(new Range(-500, 400)))),

    /** 2 mm, linear, −1000 to 400 HU, bins of 25 HU; textures in three dimensions. */
    C(
            ExtractionSettings.ibsi()
                    .withResampling(Resampling.centered(2, 2, 2))
                    .withResegmentation(Resegmentation.range(-1000, 400)),
            volume(),
            new FixedBinWidth(25, WidthAnchor.RANGE_MINIMUM),
            new FixedSize(2.5, Optional.of(new Range(-1000, 400)))),

    /** 2 mm, linear, outliers beyond 3 σ left out, 32 bins; textures in three dimensions. */
    D(
            ExtractionSettings.ibsi()
                    .withResampling(Resampling.centered(2, 2, 2))
                    .withResegmentation(Resegmentation.outliers(3)),
            volume(),
            new FixedBinCount(32, FixedBinCount.Rule.FORMULA),
            new AsIs(Optional.empty())),

    /** 2 mm, cubic B-spline, −1000 to 400 HU without outliers beyond 3 σ, 32 bins; textures in three dimensions. */
    E(
            ExtractionSettings.ibsi()
                    .withResampling(Resampling.centered(2, 2, 2).withInterpolator(Interpolator.B_SPLINE))
                    .withResegmentation(Resegmentation.range(-1000, 400).withOutliers(3)),
            volume(),
            new FixedBinCount(32, FixedBinCount.Rule.FORMULA),
            new FixedNumber(1000));

    private final ExtractionSettings settings;

    IbsiConfiguration(
            ExtractionSettings processing, List<FeatureFamily> families, Discretization discretization, Bins bins) {
        this.settings = processing
                .withDiscretization(discretization)
                .withFamilies(families.stream()
                        .map(family -> family instanceof IntensityVolumeHistogramFamily histogram
                                ? histogram.withBins(bins)
                                : family)
                        .toArray(FeatureFamily[]::new));
    }

    private static List<FeatureFamily> slices() {
        return IbsiFamilies.in(
                Aggregation.AVERAGED_2D, Aggregation.MERGED_2D, Aggregation.AVERAGED_2_5D, Aggregation.MERGED_2_5D);
    }

    private static List<FeatureFamily> volume() {
        return IbsiFamilies.in(Aggregation.AVERAGED_3D, Aggregation.MERGED_3D);
    }

    /** Returns the settings. */
    public ExtractionSettings settings() {
        return settings;
    }
}
