package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.extract.BinAdvisor.Advice;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.table.FeatureVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinAdvisorTest {
    private static final IntegerPhantom PHANTOM = IntegerPhantom.A;

    private static List<Advice> advise(ExtractionSettings settings) {
        return BinAdvisor.of(settings).advise(PHANTOM.image(), PHANTOM.mask());
    }

    @Test
    void levelsAreThoseOfTheDiagnostics() {
        ExtractionSettings settings = ExtractionSettings.ki67()
                .withImageTypes(List.of(
                        ImageType.of(new Original()).withDiscretization(new FixedBinCount(32)),
                        ImageType.of(LaplacianOfGaussian.of(2, 3))));
        FeatureVector features = RadiomicsExtractor.of(settings).extract(PHANTOM.image(), PHANTOM.mask());
        List<Advice> advices = advise(settings);
        assertThat(advices)
                .extracting(Advice::imageName)
                .containsExactly("original", "log-sigma-2-0-mm-3D", "log-sigma-3-0-mm-3D");
        for (Advice advice : advices) {
            assertThat(Long.toString(advice.levelCount()))
                    .isEqualTo(features.diagnostics()
                            .get("diagnostics_Radiomics4J-" + advice.imageName() + "_GrayLevels")
                            .text());
        }
        assertThat(advices.get(0).levelCount()).isEqualTo(32);
    }

    @Test
    void theWidthForSomeLevelsGivesThemOrAFewMore() {
        ExtractionSettings settings = ExtractionSettings.pyradiomics();
        for (int levels : new int[] {1, 8, 32, 128}) {
            double width = advise(settings).get(0).binWidthFor(levels);
            long given = advise(settings.withDiscretization(new FixedBinWidth(width)))
                    .get(0)
                    .levelCount();
            assertThat(given).as("wanted %d", levels).isBetween((long) levels, levels + 2L);
        }
    }

    @Test
    void moreLevelsThanThereMayBeAreTold() {
        Advice advice = advise(ExtractionSettings.pyradiomics().withDiscretization(new FixedBinWidth(1e-6)))
                .get(0);
        assertThat(advice.levelCount()).isEqualTo((long) ((advice.maximum() - advice.minimum()) / 1e-6) + 1);
    }

    @Test
    void aRangeOfNothingHasNoWidth() {
        assertThat(new Advice("original", 3, 3, 1).binWidthFor(8)).isNaN();
        assertThatThrownBy(() -> new Advice("original", 0, 3, 1).binWidthFor(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
