package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.SizeMatrix;
import java.util.List;
import java.util.Objects;

/**
 * The {@link GlrlmFeature}s: computed for each of the 13 directions and averaged over those in which some line holds more
 * than one voxel (IBSI 3D averaged, ITBB, but for directions without such a line, which IBSI keeps), or computed once
 * from their weighted sum.
 *
 * @param merging how directions are joined; weights are δ in mm
 * @param neighborhood the directions, each one voxel long
 */
public record GlrlmFamily(DirectionMerging merging, Neighborhood neighborhood) implements FeatureFamily {
    /** Checks that the option is given. */
    public GlrlmFamily {
        Objects.requireNonNull(merging, "merging");
        GlszmFamily.requireAdjacent(neighborhood);
    }

    /** Makes the family of features averaged over directions. */
    public GlrlmFamily() {
        this(DirectionMerging.AVERAGED, Neighborhood.adjacent());
    }

    /** Returns the family as PyRadiomics computes it: one matrix per direction, features averaged. */
    public static GlrlmFamily withDefaults() {
        return new GlrlmFamily();
    }

    /** Returns a copy that joins directions another way. */
    public GlrlmFamily withMerging(DirectionMerging merging) {
        return new GlrlmFamily(merging, neighborhood);
    }

    /** Returns a copy with other neighbors. */
    public GlrlmFamily withNeighborhood(Neighborhood neighborhood) {
        return new GlrlmFamily(merging, neighborhood);
    }

    @Override
    public String name() {
        return GlrlmFeature.FAMILY_NAME;
    }

    @Override
    public List<GlrlmFeature> features() {
        return List.of(GlrlmFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GlrlmFeature> features = own(wanted, GlrlmFeature.class);
        Glrlm glrlm = Glrlm.of(region.levels(), neighborhood);
        return merging == DirectionMerging.AVERAGED
                ? averaged(region, glrlm, features)
                : merged(glrlm, region.voxels().grid().spacing(), features);
    }

    private String noLine() {
        return "no line along any of the " + neighborhood.directions().size() + " directions holds two voxels";
    }

    private FeatureValues merged(Glrlm glrlm, Spacing spacing, List<GlrlmFeature> features) {
        SizeMatrix sum = glrlm.merged();
        double[] counts = new double[sum.cellCount()];
        for (int d = 0; d < glrlm.directions().size(); d++) {
            if (glrlm.hasLine(d)) {
                SizeMatrix matrix = glrlm.matrix(d);
                double weight = merging.weightOfRuns(glrlm.directions().get(d), spacing);
                for (int c = 0; c < counts.length; c++) {
                    counts[c] += weight * matrix.count(sum.level(c), sum.size(c));
                }
            }
        }
        if (counts.length == 0) {
            // The sums over no run that are divided by nothing.
            return FeatureValues.of(
                    features,
                    feature -> feature == GlrlmFeature.RUN_ENTROPY || feature == GlrlmFeature.RUN_VARIANCE
                            ? 0
                            : Double.NaN,
                    feature -> noLine());
        }
        SizeStatistics statistics = new SizeStatistics(sum, counts);
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> noLine());
    }

    private FeatureValues averaged(Region region, Glrlm glrlm, List<GlrlmFeature> features) {
        List<SizeMatrix> matrices = glrlm.matricesWithLines();
        double[] sums = new double[features.size()];
        for (SizeMatrix matrix : matrices) {
            region.checkCancelled();
            SizeStatistics statistics = new SizeStatistics(matrix);
            for (int f = 0; f < sums.length; f++) {
                sums[f] += features.get(f).of(statistics);
            }
        }
        FeatureValues.Builder values = FeatureValues.builder(features);
        for (int f = 0; f < sums.length; f++) {
            values.set(f, sums[f] / matrices.size(), noLine());
        }
        return values.build();
    }
}
