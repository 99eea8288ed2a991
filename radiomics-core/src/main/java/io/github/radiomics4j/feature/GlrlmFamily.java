package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.SizeMatrix;
import java.util.List;

/**
 * The {@link GlrlmFeature}s: computed for each of the 13 directions and averaged over those in which some line holds more
 * than one voxel (IBSI 3D averaged, ITBB, but for directions without such a line, which IBSI keeps).
 */
public record GlrlmFamily() implements FeatureFamily {
    static final String NAME = "glrlm";
    private static final List<GlrlmFeature> FEATURES = List.of(GlrlmFeature.values());

    /** Returns the family as PyRadiomics computes it: one matrix per direction, features averaged. */
    public static GlrlmFamily withDefaults() {
        return new GlrlmFamily();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GlrlmFeature> features() {
        return FEATURES;
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<SizeMatrix> matrices = Glrlm.of(region.levels()).matricesWithLines();
        double[] sums = new double[wanted.size()];
        for (SizeMatrix matrix : matrices) {
            SizeStatistics statistics = new SizeStatistics(matrix);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += ((GlrlmFeature) wanted.get(i)).value(statistics);
            }
        }
        FeatureValues.Builder values = FeatureValues.builder(wanted);
        for (int i = 0; i < sums.length; i++) {
            values.set(i, sums[i] / matrices.size(), "no line along any of the 13 directions holds two voxels");
        }
        return values.build();
    }
}
