package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.DirectionMerging;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.GldmFamily;
import io.github.radiomics4j.feature.GlrlmFamily;
import io.github.radiomics4j.feature.GlszmFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
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
import io.github.radiomics4j.filter.MotherWavelet;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Square;
import io.github.radiomics4j.filter.SquareRoot;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.Interpolator;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.MinMaxNormalization;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.NyulScale;
import io.github.radiomics4j.preprocess.PercentileClipping;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resampling.TargetSpacing;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.preprocess.VoxelScope;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import io.github.radiomics4j.table.NamingScheme;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Offset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Settings drawn over the whole range of every option; equal seeds, equal settings. */
final class RandomSettings {
    private final Random random;

    private RandomSettings(long seed) {
        this.random = new Random(seed);
    }

    static ExtractionSettings of(long seed) {
        return new RandomSettings(seed).settings();
    }

    private ExtractionSettings settings() {
        NamingScheme naming = any(NamingScheme.values());
        return new ExtractionSettings(
                positive(),
                new MaskCheck(
                        1 + random.nextInt(3),
                        random.nextBoolean() ? OptionalInt.of(positive()) : OptionalInt.empty(),
                        maybe(this::aboveZeroOrInfinite),
                        random.nextBoolean()),
                list(random.nextInt(4), i -> step()),
                optional(() -> new Normalization(finite(), maybe(this::aboveZeroOrInfinite))),
                optional(() -> new Resampling(
                        new TargetSpacing(spacing(), spacing(), spacing()),
                        any(Interpolator.values()),
                        random.nextInt(50),
                        any(Resampling.Alignment.values()),
                        any(Resampling.Rounding.values()),
                        any(Resampling.MaskInterpolation.values()))),
                optional(() -> new Cropping(random.nextInt(50))),
                optional(this::resegmentation),
                list(1 + random.nextInt(5), i -> imageType(naming)),
                discretization(),
                families(),
                random.nextBoolean(),
                naming,
                new ExtractionLimits(1 + (random.nextLong() >>> 1 + random.nextInt(60)), positive()));
    }

    private Resegmentation resegmentation() {
        double one = finite();
        double other = finite();
        return new Resegmentation(
                Math.min(one, other),
                random.nextBoolean() ? OptionalDouble.of(Math.max(one, other)) : OptionalDouble.empty(),
                any(Resegmentation.Mode.values()),
                any(Resegmentation.Shape.values()),
                maybe(this::aboveZero));
    }

    private ImageStep step() {
        double one = finite();
        double other = one + 1 + Math.abs(one) / 8;
        VoxelScope scope = any(VoxelScope.values());
        return switch (random.nextInt(5)) {
            case 0 ->
                N4BiasCorrection.withDefaults()
                        .withIterations(1 + random.nextInt(99), 1 + random.nextInt(99))
                        .withConvergenceThreshold(random.nextInt(100) / 1000.0)
                        .withFieldFwhm((1 + random.nextInt(100)) / 300.0)
                        .withSplineOrder(1 + random.nextInt(3))
                        .withControlPoints(4 + random.nextInt(3), 4 + random.nextInt(3), 4)
                        .withShrink(1 + random.nextInt(4), 1 + random.nextInt(4), 1);
            case 1 -> new ZScoreNormalization(scope);
            case 2 ->
                new MinMaxNormalization(
                        Double.isFinite(other) && one < other ? one : 0,
                        Double.isFinite(other) && one < other ? other : 1,
                        scope);
            case 3 -> new PercentileClipping(random.nextInt(50) / 3.0, 50 + random.nextInt(50), scope);
            default ->
                new NyulScale(
                        List.of(1.0, 50.0, 99.0),
                        List.of(-1.5, random.nextInt(10) / 7.0, 100.0),
                        scope,
                        random.nextBoolean() ? List.of() : List.of("P 1", "P: 2", "\"3\""));
        };
    }

    private ImageType imageType(NamingScheme naming) {
        ImageFilter filter = naming == NamingScheme.IBSI ? new Original() : filter();
        return new ImageType(filter, optional(this::discretization), optional(this::families));
    }

    private ImageFilter filter() {
        return switch (random.nextInt(10)) {
            case 0 -> new Original();
            case 1 -> new LaplacianOfGaussian(list(random.nextInt(4), i -> sigma()));
            case 2 ->
                new Wavelet(
                        MotherWavelet.byName(any(MotherWavelet.names().toArray(new String[0]))),
                        random.nextInt(3),
                        1 + random.nextInt(3),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(3)) : OptionalInt.empty());
            case 3 -> new Square();
            case 4 -> new SquareRoot();
            case 5 -> new Logarithm();
            case 6 -> new Exponential();
            case 7 -> new Gradient(random.nextBoolean());
            case 8 ->
                new LocalBinaryPattern3D(
                        1 + random.nextInt(LocalBinaryPattern3D.MAXIMUM_LEVELS),
                        aboveZero(),
                        random.nextInt(1 + LocalBinaryPattern3D.MAXIMUM_SUBDIVISION));
            default ->
                new LocalBinaryPattern2D(
                        aboveZero(),
                        1 + random.nextInt(LocalBinaryPattern2D.MAXIMUM_SAMPLES),
                        any(LocalBinaryPattern2D.Method.values()),
                        random.nextInt(3));
        };
    }

    private Sigma sigma() {
        return switch (random.nextInt(5)) {
            case 0 -> Sigma.of(finite());
            case 1 -> Sigma.parse(Integer.toString(random.nextInt(10)));
            case 2 -> Sigma.parse(any("2.50", "1e1", " 3", "0x1p3", "007", "2.0d"));
            case 3 ->
                new Sigma(
                        finite(),
                        any("fine", " two words ", "\"quoted\\", "a: b # c", "line\nbreak", "σ", "\t", "null"));
            default -> Sigma.of(random.nextInt(10) / 2.0);
        };
    }

    private Discretization discretization() {
        WidthAnchor anchor = any(WidthAnchor.values());
        return random.nextBoolean()
                ? new FixedBinWidth(
                        aboveZero(),
                        anchor,
                        anchor == WidthAnchor.RANGE_MINIMUM ? maybe(this::finite) : OptionalDouble.empty())
                : new FixedBinCount(1 + random.nextInt(GrayLevels.MAXIMUM_LEVELS), any(FixedBinCount.Rule.values()));
    }

    private List<FamilySelection> families() {
        List<FeatureFamily> families = new ArrayList<>(List.of(
                new ShapeFamily(any(CovarianceDivisor.values())),
                new FirstOrderFamily(finite(), any(FirstOrderFamily.Kurtosis.values())),
                new Shape2DFamily(random.nextInt(3)),
                new GlcmFamily(random.nextBoolean(), any(DirectionMerging.values()), neighborhood(6)),
                new GldmFamily(random.nextInt(Integer.MAX_VALUE), neighborhood(6)),
                new GlrlmFamily(any(DirectionMerging.values()), neighborhood(1)),
                new GlszmFamily(neighborhood(1)),
                new NgtdmFamily(any(NgtdmFamily.VoxelsWithoutNeighbors.values()), neighborhood(6))));
        for (FeatureFamily family : IbsiFamilies.all()) {
            if (random.nextInt(4) == 0) {
                families.add(
                        family instanceof TextureFamily texture
                                ? texture(texture)
                                : family instanceof IntensityVolumeHistogramFamily histogram
                                        ? histogram.withBins(bins())
                                        : family);
            }
        }
        Collections.shuffle(families, random);
        return list(random.nextInt(families.size() + 1), i -> selection(families.get(i)));
    }

    private TextureFamily texture(TextureFamily family) {
        return switch (family.matrix()) {
            case GLCM, NGTDM -> family.withDistance(1 + random.nextInt(5));
            case NGLDM -> family.withDistance(1 + random.nextInt(5)).withCoarseness(random.nextInt(5));
            default -> family;
        };
    }

    private IntensityVolumeHistogramFamily.Bins bins() {
        double one = random.nextInt(100) / 3.0;
        Optional<IntensityVolumeHistogramFamily.Range> range =
                optional(() -> new IntensityVolumeHistogramFamily.Range(-one, one + 1));
        return switch (random.nextInt(3)) {
            case 0 -> new IntensityVolumeHistogramFamily.AsIs(range);
            case 1 -> new IntensityVolumeHistogramFamily.FixedSize(aboveZero(), range);
            default -> new IntensityVolumeHistogramFamily.FixedNumber(2 + random.nextInt(2000));
        };
    }

    private FamilySelection selection(FeatureFamily family) {
        if (random.nextBoolean()) {
            return FamilySelection.allOf(family);
        }
        List<Feature> features = new ArrayList<>(family.features());
        Collections.shuffle(features, random);
        return new FamilySelection(family, features.subList(0, random.nextInt(features.size() + 1)));
    }

    private Neighborhood neighborhood(int reach) {
        if (random.nextInt(4) == 0) {
            List<Offset> offsets =
                    new ArrayList<>(Neighborhood.of(1 + random.nextInt(reach)).directions());
            Collections.shuffle(offsets, random);
            return new Neighborhood(offsets.subList(0, 1 + random.nextInt(offsets.size())));
        }
        Neighborhood all = random.nextBoolean()
                ? Neighborhood.adjacent()
                : Neighborhood.of(1 + random.nextInt(reach), 1 + random.nextInt(reach));
        return random.nextBoolean() ? all : all.inPlanesAcross(random.nextInt(3));
    }

    private int positive() {
        return 1 + (random.nextInt() >>> 1 + random.nextInt(30));
    }

    private double spacing() {
        return random.nextInt(3) == 0 ? 0 : aboveZero();
    }

    private double aboveZeroOrInfinite() {
        return random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : aboveZero();
    }

    private double aboveZero() {
        double value = Math.abs(finite());
        return value > 0 ? value : Double.MIN_VALUE;
    }

    /** Short ones, whole ones, and any bits that are a number. */
    private double finite() {
        double value = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(1000) / 10.0;
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> random.nextBoolean() ? -0.0 : 0.0;
            default -> Double.longBitsToDouble(random.nextLong());
        };
        return Double.isFinite(value) ? value : 1;
    }

    private OptionalDouble maybe(Supplier<Double> value) {
        return random.nextBoolean() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> List<T> list(int count, IntFunction<T> item) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(item.apply(i));
        }
        return list;
    }
}
