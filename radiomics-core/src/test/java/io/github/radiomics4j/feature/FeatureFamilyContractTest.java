package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A sound family passes; a family that breaks a rule is found out by the rule's own test. */
class FeatureFamilyContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return Example.SOUND;
    }

    @Test
    void aFeatureOfAnotherFamilyIsFound() {
        assertThatThrownBy(of(new Example("other", 0))::everyFeatureKnowsItsFamily)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aNameWithAnUnderscoreIsFound() {
        assertThatThrownBy(of(new Example("two_words", 0))::namesAreUniqueAndFitIntoAColumnName)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aValueThatDependsOnTheOthersIsFound() {
        assertThatThrownBy(of(new Example("example", 1))::aValueDoesNotDependOnWhatElseIsWanted)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aNanWithoutAReasonIsFound() {
        FeatureFamily silent = new Example("example", 0) {
            @Override
            String reason() {
                return "";
            }
        };
        assertThatThrownBy(of(silent)::everyNanHasAReason).isInstanceOf(AssertionError.class);
    }

    @Test
    void aFamilyThatTakesAnyFeatureIsFound() {
        FeatureFamily careless = new Example("example", 0) {
            @Override
            public FeatureValues compute(Region region, List<? extends Feature> wanted) {
                FeatureValues.Builder values = FeatureValues.builder(wanted);
                for (int i = 0; i < wanted.size(); i++) {
                    values.set(i, 1, reason());
                }
                return values.build();
            }
        };
        assertThatThrownBy(of(careless)::aFeatureOfAnotherFamilyIsRefusedByName).isInstanceOf(AssertionError.class);
    }

    private static FeatureFamilyContract of(FeatureFamily family) {
        return new FeatureFamilyContract() {
            @Override
            protected FeatureFamily family() {
                return family;
            }
        };
    }

    /** A family of two, from intensities alone. */
    private static class Example implements FeatureFamily {
        static final Example SOUND = new Example("example", 0);

        private final String name;
        private final double errorPerFeatureWanted;

        Example(String name, double errorPerFeatureWanted) {
            this.name = name;
            this.errorPerFeatureWanted = errorPerFeatureWanted;
        }

        String reason() {
            return "a region of one voxel has no spread";
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<? extends Feature> features() {
            return List.of(ExampleFeature.values());
        }

        @Override
        public FeatureValues compute(Region region, List<? extends Feature> wanted) {
            double[] intensities = region.intensities();
            return FeatureValues.of(
                    own(wanted, ExampleFeature.class),
                    feature -> feature.formula.applyAsDouble(intensities) + errorPerFeatureWanted * wanted.size(),
                    feature -> reason());
        }
    }

    private enum ExampleFeature implements Feature {
        SUM(x -> Arrays.stream(x).sum()),
        STEP(x -> x.length < 2 ? Double.NaN : x[1] - x[0]);

        private final ToDoubleFunction<double[]> formula;

        ExampleFeature(ToDoubleFunction<double[]> formula) {
            this.formula = formula;
        }

        @Override
        public String familyName() {
            return "example";
        }

        @Override
        public String featureName() {
            return name();
        }

        @Override
        public String ibsiCode() {
            return "";
        }
    }
}
