package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.MergedGlcm;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The features of a texture matrix as IBSI has them, in one of the ways to aggregate slices and directions. Families of
 * several ways and matrices that compute from one {@link Region} share its counts.
 *
 * <p>A family is called after its matrix and its aggregation, such as {@code glcm-2.5D-avg} or {@code glszm-3D}, and its
 * features are those of the matrix {@linkplain TextureFeature#in in that aggregation}: {@code
 * GlcmFeature.CONTRAST.in(Aggregation.MERGED_3D)}.
 *
 * <p>Where it parts from PyRadiomics' families: co-occurrence is symmetric; runs keep directions in which no line holds two
 * voxels; voxels without a neighbor are left out of gray tone differences; {@link GlcmFeature#IMC2} is 0, not NaN, where
 * rounding alone keeps it from 0. N, the highest level, is that of the region also where slices are kept apart.
 *
 * @param matrix the matrix
 * @param aggregation how slices and directions become one value
 * @param distance Chebyshev distance δ in voxels, 1 to 20: pairs of voxels are δ unit directions apart, and neighbors of a
 *     voxel are all at δ or less; 1 for runs and zones
 * @param coarseness α, the largest difference of level at which a neighbor depends; 0 for all but NGLDM
 */
public record TextureFamily(TextureMatrix matrix, Aggregation aggregation, int distance, int coarseness)
        implements FeatureFamily {

    /** Checks that the options are given and fit to the matrix. */
    public TextureFamily {
        Objects.requireNonNull(matrix, "matrix").checked(Objects.requireNonNull(aggregation, "aggregation"));
        boolean looksAtNeighbors =
                matrix == TextureMatrix.GLCM || matrix == TextureMatrix.NGTDM || matrix == TextureMatrix.NGLDM;
        if (distance < 1 || distance > (looksAtNeighbors ? Neighborhood.LARGEST_DISTANCE : 1)) {
            throw new IllegalArgumentException("the distance must lie in 1 to " + Neighborhood.LARGEST_DISTANCE
                    + ", and be 1 for runs and zones, found " + distance + " for " + matrix);
        }
        if (coarseness < 0 || coarseness > 0 && matrix != TextureMatrix.NGLDM) {
            throw new IllegalArgumentException("the coarseness must be at least 0, and 0 for all but NGLDM, found "
                    + coarseness + " for " + matrix);
        }
    }

    /** Returns the family of direct neighbors: distance 1 and coarseness 0, as the reference values of IBSI have it. */
    public static TextureFamily of(TextureMatrix matrix, Aggregation aggregation) {
        return new TextureFamily(matrix, aggregation, 1, 0);
    }

    /** Returns the families of all six matrices; those without directions are {@linkplain Aggregation#merged merged}. */
    public static List<TextureFamily> allOf(Aggregation aggregation) {
        return Arrays.stream(TextureMatrix.values())
                .map(matrix -> of(matrix, matrix.hasDirections() ? aggregation : aggregation.merged()))
                .toList();
    }

    /** Returns a copy with neighbors at another distance. */
    public TextureFamily withDistance(int distance) {
        return new TextureFamily(matrix, aggregation, distance, coarseness);
    }

    /** Returns a copy with another coarseness. */
    public TextureFamily withCoarseness(int coarseness) {
        return new TextureFamily(matrix, aggregation, distance, coarseness);
    }

    @Override
    public String name() {
        return matrix.familyName() + "-" + matrix.label(aggregation);
    }

    /** {@inheritDoc} Those that IBSI does not know are on request. */
    @Override
    public List<? extends Feature> features() {
        return featuresOfMatrix().map(feature -> feature.in(aggregation)).toList();
    }

    private Stream<? extends TextureFeature> featuresOfMatrix() {
        return switch (matrix) {
            case GLCM -> Stream.of(GlcmFeature.values());
            case GLRLM -> Stream.of(GlrlmFeature.values());
            case GLSZM -> Stream.of(GlszmFeature.values());
            case GLDZM -> Stream.of(GldzmFeature.values());
            case NGTDM -> Stream.of(NgtdmFeature.values());
            case NGLDM -> Stream.of(NgldmFeature.values());
        };
    }

    @Override
    public Set<NeighborTexture> neighborTextures() {
        return switch (matrix) {
            case GLCM -> Set.of(NeighborTexture.GLCM);
            case NGTDM -> Set.of(NeighborTexture.NGTDM);
            case NGLDM -> coarseness == 0 ? Set.of(NeighborTexture.GLDM) : Set.of();
            case GLRLM, GLSZM, GLDZM -> Set.of();
        };
    }

    @Override
    public Neighborhood neighborhood() {
        Neighborhood volume = matrix == TextureMatrix.GLCM
                ? Neighborhood.adjacent().times(distance)
                : Neighborhood.of(IntStream.rangeClosed(1, distance).toArray());
        return TextureParts.neighborhood(aggregation.dimension(), volume);
    }

    /** {@inheritDoc} Features of pairs and of differences are NaN where no two voxels are neighbors. */
    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Dimension dimension = aggregation.dimension();
        TextureParts parts = region.textureParts();
        return switch (matrix) {
            case GLCM -> pairs(region, wanted);
            case GLRLM ->
                sizes(wanted, GlrlmFeature.class, runs(parts.runs(dimension)), SizeStatistics::new, GlrlmFeature::of);
            case GLSZM ->
                sizes(
                        wanted,
                        GlszmFeature.class,
                        parts.zones(dimension),
                        zones -> new SizeStatistics(zones.matrix()),
                        GlszmFeature::of);
            case GLDZM ->
                sizes(
                        wanted,
                        GldzmFeature.class,
                        parts.distanceZones(dimension),
                        SizeStatistics::new,
                        GldzmFeature::of);
            case NGTDM -> differences(region, wanted);
            case NGLDM ->
                sizes(
                        wanted,
                        NgldmFeature.class,
                        parts.dependences(dimension, neighborhood(), coarseness),
                        SizeStatistics::new,
                        NgldmFeature::of);
        };
    }

    private FeatureValues pairs(Region region, List<? extends Feature> wanted) {
        Means<GlcmFeature> means = new Means<>(wanted, GlcmFeature.class);
        GlcmStatistics statistics = new GlcmStatistics(
                region.levels().levelCount(), region.levels().present().count(), true, region::checkCancelled);
        for (Glcm glcm : region.textureParts().pairs(aggregation.dimension(), neighborhood())) {
            if (aggregation.mergesDirections()) {
                double[] weights = new double[glcm.directions().size()];
                Arrays.fill(weights, 1);
                if (statistics.load(MergedGlcm.of(glcm, weights))) {
                    means.add(feature -> feature.orZeroIfRounded(statistics));
                }
            } else {
                for (int d = 0; d < glcm.directions().size(); d++) {
                    region.checkCancelled();
                    if (statistics.load(glcm, d)) {
                        means.add(feature -> feature.orZeroIfRounded(statistics));
                    }
                }
            }
        }
        return means.build(noNeighbor());
    }

    private FeatureValues differences(Region region, List<? extends Feature> wanted) {
        Means<NgtdmFeature> means = new Means<>(wanted, NgtdmFeature.class);
        region.textureParts().differences(aggregation.dimension(), neighborhood()).stream()
                .map(ngtdm -> new NgtdmStatistics(ngtdm, false, region::checkCancelled))
                .filter(statistics -> !statistics.isEmpty())
                .forEach(statistics -> means.add(feature -> feature.of(statistics)));
        return means.build(noNeighbor());
    }

    private String noNeighbor() {
        return aggregation.dimension() == Dimension.VOLUME
                ? "no voxel of the region has a neighbor in it"
                : "no voxel of the region has a neighbor in its slice";
    }

    /** Returns the matrices whose features are averaged. */
    private List<SizeMatrix> runs(List<Glrlm> parts) {
        List<SizeMatrix> matrices = new ArrayList<>();
        for (Glrlm part : parts) {
            if (aggregation.mergesDirections()) {
                matrices.add(SizeMatrix.sum(part.matrices()));
            } else {
                matrices.addAll(part.matrices());
            }
        }
        return matrices;
    }

    private <F extends TextureFeature, M> FeatureValues sizes(
            List<? extends Feature> wanted,
            Class<F> type,
            List<M> matrices,
            Function<M, SizeStatistics> statistics,
            ToDoubleBiFunction<F, SizeStatistics> value) {
        Means<F> means = new Means<>(wanted, type);
        for (M matrix : matrices) {
            SizeStatistics sums = statistics.apply(matrix);
            means.add(feature -> value.applyAsDouble(feature, sums));
        }
        return means.build("a region always has a voxel");
    }

    /** Means of features over matrices. */
    private final class Means<F extends TextureFeature> {
        private final List<? extends Feature> wanted;
        private final List<F> features = new ArrayList<>();
        private final double[] sums;
        private int matrices;

        Means(List<? extends Feature> wanted, Class<F> type) {
            this.wanted = wanted;
            this.sums = new double[wanted.size()];
            for (Feature feature : wanted) {
                if (!feature.familyName().equals(name())) {
                    throw new IllegalArgumentException("features of family " + name() + " must be wanted, found "
                            + feature.featureName() + " of family " + feature.familyName());
                }
            }
            for (AggregatedFeature feature : own(wanted, AggregatedFeature.class)) {
                features.add(type.cast(feature.feature()));
            }
        }

        void add(ToDoubleFunction<F> value) {
            matrices++;
            for (int f = 0; f < sums.length; f++) {
                sums[f] += value.applyAsDouble(features.get(f));
            }
        }

        FeatureValues build(String reasonIfNan) {
            FeatureValues.Builder values = FeatureValues.builder(wanted);
            for (int f = 0; f < sums.length; f++) {
                values.set(f, sums[f] / matrices, reasonIfNan);
            }
            return values.build();
        }
    }
}
