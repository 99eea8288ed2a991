package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.DirectionMerging;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.GldmFamily;
import io.github.radiomics4j.feature.GlrlmFamily;
import io.github.radiomics4j.feature.GlszmFamily;
import io.github.radiomics4j.feature.IntensityHistogramFamily;
import io.github.radiomics4j.feature.IntensityStatisticsFamily;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.AsIs;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedNumber;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedSize;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Range;
import io.github.radiomics4j.feature.LocalIntensityFamily;
import io.github.radiomics4j.feature.MorphologyFamily;
import io.github.radiomics4j.feature.NgtdmFamily;
import io.github.radiomics4j.feature.Shape2DFamily;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.feature.TextureFamily;
import io.github.radiomics4j.filter.Exponential;
import io.github.radiomics4j.filter.Gradient;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.LaplacianOfGaussian.Sigma;
import io.github.radiomics4j.filter.LocalBinaryPattern2D;
import io.github.radiomics4j.filter.LocalBinaryPattern3D;
import io.github.radiomics4j.filter.Logarithm;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Square;
import io.github.radiomics4j.filter.SquareRoot;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.MinMaxNormalization;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.NyulScale;
import io.github.radiomics4j.preprocess.PercentileClipping;
import io.github.radiomics4j.preprocess.Resampling.TargetSpacing;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.preprocess.VoxelScope;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Offset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@link ExtractionSettings} as text in a fixed order; every option that acts is named, so that no default is read. */
final class SettingsWriter {
    /** Whole numbers below this are the same as a double. */
    private static final double WHOLE = 1L << 53;

    private final StringBuilder out = new StringBuilder();

    private SettingsWriter() {}

    /**
     * Returns the text of a file.
     *
     * @throws IllegalArgumentException if a filter or family is not the library's own; the message names it
     */
    static String text(ExtractionSettings settings, int labelChannel) {
        SettingsWriter writer = new SettingsWriter();
        writer.line(0, SettingsKeys.VERSION, Long.toString(SettingsReader.VERSION));
        writer.line(0, SettingsKeys.CONVENTION, SettingsSection.text(settings.naming()));
        writer.steps(settings.steps());
        writer.section(0, SettingsKeys.EXTRACTION);
        writer.extraction(settings, labelChannel);
        return writer.out.toString();
    }

    private void extraction(ExtractionSettings settings, int labelChannel) {
        key(ParameterKey.LABEL, settings.label());
        if (labelChannel != 0) {
            key(ParameterKey.LABEL_CHANNEL, labelChannel);
        }
        MaskCheck check = settings.maskCheck();
        key(ParameterKey.MINIMUM_ROI_DIMENSIONS, check.minimumRoiDimensions());
        check.minimumRoiSize().ifPresent(size -> key(ParameterKey.MINIMUM_ROI_SIZE, size));
        check.geometryTolerance().ifPresent(tolerance -> key(ParameterKey.GEOMETRY_TOLERANCE, number(tolerance)));
        key(ParameterKey.CORRECT_MASK, check.correctMask());
        key(ParameterKey.NORMALIZE, settings.normalization().isPresent());
        settings.normalization().ifPresent(normalization -> {
            key(ParameterKey.NORMALIZE_SCALE, number(normalization.scale()));
            normalization.removeOutliers().ifPresent(k -> key(ParameterKey.REMOVE_OUTLIERS, number(k)));
        });
        space(settings);
        settings.resegmentation().ifPresent(this::resegmentation);
        bins(1, settings.discretization());
        key(ParameterKey.ADDITIONAL_INFO, settings.diagnostics());
        line(1, SettingsKeys.MAXIMUM_VOXELS, Long.toString(settings.limits().maximumVoxels()));
        line(
                1,
                SettingsKeys.MAXIMUM_GRAY_LEVELS,
                Integer.toString(settings.limits().maximumGrayLevels()));
        imageTypes(1, settings.imageTypes());
        families(1, settings.families());
        settings.planes().ifPresent(planes -> {
            section(1, SettingsKeys.PLANES);
            imageTypes(2, planes.imageTypes());
            families(2, planes.families());
        });
    }

    private void imageTypes(int depth, List<ImageType> types) {
        section(depth, SettingsKeys.IMAGE_TYPE);
        Map<String, Integer> seen = new HashMap<>();
        for (ImageType type : types) {
            int count = seen.merge(type.filter().name(), 1, Integer::sum);
            imageType(depth + 1, type, count);
        }
    }

    private void space(ExtractionSettings settings) {
        settings.resampling().ifPresent(resampling -> {
            TargetSpacing mm = resampling.spacing();
            key(
                    ParameterKey.RESAMPLED_PIXEL_SPACING,
                    mm.dimensions() == 2 ? numbers(mm.xMm(), mm.yMm()) : numbers(mm.xMm(), mm.yMm(), mm.zMm()));
            key(ParameterKey.INTERPOLATOR, resampling.interpolator().itkName());
            key(ParameterKey.PAD_DISTANCE, resampling.padVoxels());
            line(1, SettingsKeys.GRID_ALIGNMENT, SettingsSection.text(resampling.alignment()));
            line(1, SettingsKeys.INTENSITY_ROUNDING, SettingsSection.text(resampling.rounding()));
            line(1, SettingsKeys.MASK_INTERPOLATION, SettingsSection.text(resampling.maskInterpolation()));
        });
        key(ParameterKey.PRE_CROP, settings.cropping().isPresent());
        settings.cropping()
                .ifPresent(cropping -> line(1, SettingsKeys.CROP_DISTANCE, Integer.toString(cropping.padVoxels())));
    }

    private void resegmentation(Resegmentation resegmentation) {
        key(
                ParameterKey.RESEGMENT_RANGE,
                resegmentation.upper().isPresent()
                        ? numbers(resegmentation.lower(), resegmentation.upper().getAsDouble())
                        : numbers(resegmentation.lower()));
        key(ParameterKey.RESEGMENT_MODE, SettingsSection.text(resegmentation.mode()));
        line(1, SettingsKeys.SHAPE_REGION, SettingsSection.text(resegmentation.shape()));
        resegmentation.outlierSigmas().ifPresent(k -> line(1, SettingsKeys.OUTLIER_SIGMAS, number(k)));
    }

    private void steps(List<ImageStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        section(0, SettingsKeys.PREPROCESS);
        Map<String, Integer> seen = new HashMap<>();
        for (ImageStep step : steps) {
            String name = SettingsSteps.name(step);
            int count = seen.merge(name, 1, Integer::sum);
            section(1, name + (count == 1 ? "" : "-" + count));
            step(step);
        }
    }

    private void step(ImageStep step) {
        if (step instanceof N4BiasCorrection n4) {
            line(
                    2,
                    SettingsSteps.ITERATIONS,
                    n4.iterations().stream().map(String::valueOf).collect(list()));
            line(2, SettingsSteps.CONVERGENCE_THRESHOLD, number(n4.convergenceThreshold()));
            line(2, SettingsSteps.HISTOGRAM_BINS, Integer.toString(n4.histogramBins()));
            line(2, SettingsSteps.FIELD_FWHM, number(n4.fieldFwhm()));
            line(2, SettingsSteps.WIENER_NOISE, number(n4.wienerNoise()));
            line(2, SettingsSteps.CONTROL_POINTS, size(n4.controlPoints()));
            line(2, SettingsSteps.SPLINE_ORDER, Integer.toString(n4.splineOrder()));
            line(2, SettingsSteps.SHRINK, size(n4.shrink()));
        } else if (step instanceof ZScoreNormalization zScore) {
            line(2, SettingsSteps.SCOPE, SettingsSection.text(zScore.scope()));
        } else if (step instanceof MinMaxNormalization minMax) {
            range(minMax.lower(), minMax.upper(), minMax.scope());
        } else if (step instanceof PercentileClipping clipping) {
            range(clipping.lower(), clipping.upper(), clipping.scope());
        } else if (step instanceof NyulScale scale) {
            line(2, SettingsSteps.PERCENTILES, numbers(scale.percentiles()));
            line(2, SettingsSteps.LANDMARKS, numbers(scale.landmarks()));
            line(2, SettingsSteps.SCOPE, SettingsSection.text(scale.scope()));
            line(
                    2,
                    SettingsSteps.TRAINING_CASES,
                    scale.trainingCases().stream().map(SettingsWriter::quoted).collect(list()));
        } else {
            throw new IllegalStateException("step " + step);
        }
    }

    private void range(double lower, double upper, VoxelScope scope) {
        line(2, SettingsSteps.LOWER, number(lower));
        line(2, SettingsSteps.UPPER, number(upper));
        line(2, SettingsSteps.SCOPE, SettingsSection.text(scope));
    }

    private static String size(Size size) {
        return "[" + size.x() + ", " + size.y() + ", " + size.z() + "]";
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(SettingsWriter::number).collect(list());
    }

    private void bins(int depth, Discretization discretization) {
        if (discretization instanceof FixedBinWidth bins) {
            line(depth, ParameterKey.BIN_WIDTH, number(bins.binWidth()));
            line(depth, SettingsKeys.BIN_ANCHOR, SettingsSection.text(bins.anchor()));
            if (bins.anchor() == WidthAnchor.RANGE_MINIMUM) {
                boolean isGiven = bins.rangeMinimum().isPresent();
                String minimum = isGiven ? number(bins.rangeMinimum().getAsDouble()) : "null";
                line(depth, SettingsKeys.BIN_RANGE_MINIMUM, minimum);
            }
        } else if (discretization instanceof FixedBinCount bins) {
            line(depth, ParameterKey.BIN_COUNT, Integer.toString(bins.binCount()));
            line(depth, SettingsKeys.BIN_COUNT_RULE, SettingsSection.text(bins.rule()));
        } else {
            throw foreign("discretization", discretization.toString(), discretization);
        }
    }

    private void imageType(int depth, ImageType type, int count) {
        ImageFilter filter = type.filter();
        String name = filter.name() + (count == 1 ? "" : "-" + count);
        int before = section(depth, name);
        filter(depth + 1, filter);
        type.discretization().ifPresent(bins -> bins(depth + 1, bins));
        type.families().ifPresent(families -> families(depth + 1, families));
        closeEmpty(before);
    }

    private void filter(int depth, ImageFilter filter) {
        if (filter instanceof LaplacianOfGaussian log) {
            line(
                    depth,
                    ParameterKey.SIGMA,
                    log.sigmas().stream().map(SettingsWriter::sigma).collect(list()));
        } else if (filter instanceof Wavelet wavelet) {
            line(depth, ParameterKey.WAVELET, wavelet.wavelet().pyWaveletsName());
            line(depth, ParameterKey.START_LEVEL, Integer.toString(wavelet.startLevel()));
            line(depth, ParameterKey.LEVEL, Integer.toString(wavelet.level()));
            plane(depth, wavelet.leftOutAxis());
        } else if (filter instanceof Gradient gradient) {
            line(depth, ParameterKey.GRADIENT_USE_SPACING, Boolean.toString(gradient.useSpacing()));
        } else if (filter instanceof LocalBinaryPattern2D pattern) {
            line(depth, ParameterKey.LBP_2D_RADIUS, number(pattern.radiusVoxels()));
            line(depth, ParameterKey.LBP_2D_SAMPLES, Integer.toString(pattern.samples()));
            line(depth, ParameterKey.LBP_2D_METHOD, SettingsSection.text(pattern.method()));
            line(depth, ParameterKey.FORCE_2D_DIMENSION, Integer.toString(pattern.axis()));
        } else if (filter instanceof LocalBinaryPattern3D pattern) {
            line(depth, ParameterKey.LBP_3D_LEVELS, Integer.toString(pattern.levels()));
            line(depth, ParameterKey.LBP_3D_ICOSPHERE_RADIUS, number(pattern.radiusVoxels()));
            line(depth, ParameterKey.LBP_3D_ICOSPHERE_SUBDIVISION, Integer.toString(pattern.subdivision()));
        } else if (!(filter instanceof Original
                || filter instanceof Square
                || filter instanceof SquareRoot
                || filter instanceof Logarithm
                || filter instanceof Exponential)) {
            throw foreign("filter", filter.name(), filter);
        }
    }

    private static IllegalArgumentException foreign(String kind, String name, Object what) {
        return new IllegalArgumentException("a settings file holds what is the library's own, found the " + kind + " "
                + name + " (" + what.getClass().getName() + ")");
    }

    /** The shortest form that names the same column. */
    private static String sigma(Sigma sigma) {
        String whole = Long.toString((long) sigma.mm());
        if (sigma.text().equals(whole) && new Sigma((long) sigma.mm(), whole).equals(sigma)) {
            return whole;
        }
        if (Sigma.of(sigma.mm()).equals(sigma)) {
            return DiagnosticValue.of(sigma.mm()).text();
        }
        if (isSpelledBy(sigma)) {
            return quoted(sigma.text());
        }
        return quoted(DiagnosticValue.of(sigma.mm()).text() + " " + sigma.text());
    }

    private static boolean isSpelledBy(Sigma sigma) {
        try {
            return sigma.text().indexOf(' ') < 0 && Sigma.parse(sigma.text()).equals(sigma);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void families(int depth, List<FamilySelection> families) {
        int before = section(depth, SettingsKeys.FEATURE_CLASS);
        for (FamilySelection selection : families) {
            int empty = section(depth + 1, selection.family().name());
            family(depth + 2, selection.family());
            if (!selection.features().equals(selection.family().defaultFeatures())) {
                line(
                        depth + 2,
                        SettingsKeys.FEATURES,
                        selection.features().stream()
                                .map(feature -> feature.featureName())
                                .collect(list()));
            }
            closeEmpty(empty);
        }
        closeEmpty(before);
    }

    private void family(int depth, FeatureFamily family) {
        if (family instanceof ShapeFamily shape) {
            line(depth, SettingsKeys.COVARIANCE_DIVISOR, SettingsSection.text(shape.covarianceDivisor()));
        } else if (family instanceof Shape2DFamily shape) {
            line(depth, ParameterKey.FORCE_2D_DIMENSION, Integer.toString(2 - shape.axis()));
        } else if (family instanceof FirstOrderFamily firstOrder) {
            line(depth, ParameterKey.VOXEL_ARRAY_SHIFT, number(firstOrder.voxelArrayShift()));
            line(depth, SettingsKeys.KURTOSIS, SettingsSection.text(firstOrder.kurtosis()));
        } else if (family instanceof GlcmFamily glcm) {
            line(depth, ParameterKey.SYMMETRICAL_GLCM, Boolean.toString(glcm.symmetric()));
            merging(depth, glcm.merging());
            neighborhood(depth, glcm.neighborhood(), true);
        } else if (family instanceof GldmFamily gldm) {
            line(depth, ParameterKey.GLDM_A, Integer.toString(gldm.coarseness()));
            neighborhood(depth, gldm.neighborhood(), true);
        } else if (family instanceof GlrlmFamily glrlm) {
            merging(depth, glrlm.merging());
            neighborhood(depth, glrlm.neighborhood(), false);
        } else if (family instanceof GlszmFamily glszm) {
            neighborhood(depth, glszm.neighborhood(), false);
        } else if (family instanceof NgtdmFamily ngtdm) {
            line(depth, SettingsKeys.VOXELS_WITHOUT_NEIGHBORS, SettingsSection.text(ngtdm.voxelsWithoutNeighbors()));
            neighborhood(depth, ngtdm.neighborhood(), true);
        } else if (family instanceof TextureFamily texture) {
            line(depth, SettingsKeys.DISTANCE, Integer.toString(texture.distance()));
            line(depth, SettingsKeys.COARSENESS, Integer.toString(texture.coarseness()));
        } else if (family instanceof IntensityVolumeHistogramFamily histogram) {
            bins(depth, histogram.bins());
        } else if (!(family instanceof MorphologyFamily
                || family instanceof LocalIntensityFamily
                || family instanceof IntensityStatisticsFamily
                || family instanceof IntensityHistogramFamily)) {
            throw foreign("family", family.name(), family);
        }
    }

    private void bins(int depth, IntensityVolumeHistogramFamily.Bins bins) {
        String key = SettingsKeys.BINS_OF_VOLUME_HISTOGRAM;
        Optional<Range> range = Optional.empty();
        if (bins instanceof AsIs asIs) {
            line(depth, key, "as_is");
            range = asIs.range();
        } else if (bins instanceof FixedSize fixed) {
            line(depth, key, "fixed_size");
            line(depth, SettingsKeys.BIN_SIZE, number(fixed.binSize()));
            range = fixed.range();
        } else if (bins instanceof FixedNumber fixed) {
            line(depth, key, "fixed_number");
            line(depth, ParameterKey.BIN_COUNT, Integer.toString(fixed.binCount()));
        }
        range.ifPresent(bounds -> line(depth, SettingsKeys.RANGE, numbers(bounds.lower(), bounds.upper())));
    }

    private void merging(int depth, DirectionMerging merging) {
        line(depth, ParameterKey.WEIGHTING_NORM, SettingsReader.norm(merging));
    }

    /** As distances and a plane where these give the same directions, else one by one. */
    private void neighborhood(int depth, Neighborhood neighborhood, boolean hasDistances) {
        int[] distances = neighborhood.directions().stream()
                .mapToInt(Offset::distance)
                .distinct()
                .sorted()
                .toArray();
        Optional<OptionalInt> plane = neighborhood.reach() > Neighborhood.LARGEST_DISTANCE
                ? Optional.empty()
                : Stream.of(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(1), OptionalInt.of(0))
                        .filter(axis -> inPlane(distances, axis).equals(neighborhood.directions()))
                        .findFirst();
        if (plane.isEmpty()) {
            line(
                    depth,
                    SettingsKeys.DIRECTIONS,
                    neighborhood.directions().stream()
                            .map(d -> "[" + d.x() + ", " + d.y() + ", " + d.z() + "]")
                            .collect(list()));
            return;
        }
        if (hasDistances) {
            line(
                    depth,
                    ParameterKey.DISTANCES,
                    Arrays.stream(distances).mapToObj(Integer::toString).collect(list()));
        }
        plane(depth, plane.get());
    }

    /** The axis across the planes, or none. Axes of PyRadiomics count from z. */
    private void plane(int depth, OptionalInt axis) {
        line(depth, ParameterKey.FORCE_2D, Boolean.toString(axis.isPresent()));
        if (axis.isPresent()) {
            line(depth, ParameterKey.FORCE_2D_DIMENSION, Integer.toString(2 - axis.getAsInt()));
        }
    }

    private static List<Offset> inPlane(int[] distances, OptionalInt axis) {
        Neighborhood all = Neighborhood.of(distances);
        return (axis.isPresent() ? all.inPlanesAcross(axis.getAsInt()) : all).directions();
    }

    private void key(ParameterKey key, Object value) {
        line(1, key, value.toString());
    }

    private void line(int depth, ParameterKey key, String value) {
        line(depth, key.key(), value);
    }

    private void line(int depth, String key, String value) {
        out.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
    }

    /** Begins a section and returns where its first key will stand. */
    private int section(int depth, String key) {
        out.append("  ".repeat(depth)).append(key).append(":\n");
        return out.length();
    }

    private void closeEmpty(int before) {
        if (out.length() == before) {
            out.setLength(before - 1);
            out.append(" {}\n");
        }
    }

    private static String numbers(double... values) {
        return Arrays.stream(values).mapToObj(SettingsWriter::number).collect(list());
    }

    /** The shortest decimal that reads back as the same bits; whole numbers without a point. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < WHOLE;
        boolean isNegativeZero = value == 0 && 1 / value < 0;
        return isWhole && !isNegativeZero
                ? Long.toString((long) value)
                : DiagnosticValue.of(value).text();
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining(", ", "[", "]");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || (c > '~' && !Character.isSurrogate(c))) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
