package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {
    private static final FeatureName MEAN = FeatureName.parse("original_firstorder_Mean");
    private static final FeatureName SKEWNESS = FeatureName.parse("original_firstorder_Skewness");

    @Test
    void valuesAreFoundByNameAndByFeature() {
        FeatureVector vector = FeatureVector.builder()
                .add(FeatureName.parse("original_toy_ONE"), 1, "")
                .add(FeatureName.parse("wavelet-LLH_toy_ONE"), 2, "")
                .build();
        assertThat(vector.value(Toy.ONE)).isEqualTo(1);
        assertThat(vector.value(Toy.ONE, "wavelet-LLH")).isEqualTo(2);
        assertThat(vector.value(FeatureName.parse("wavelet-LLH_toy_ONE"))).isEqualTo(2);
        assertThat(vector.toArray()).containsExactly(1, 2);
    }

    @Test
    void theOrderIsThatOfAdding() {
        FeatureVector.Builder builder = FeatureVector.builder();
        List<FeatureName> names = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> new FeatureName("original", "toy", "F" + (i * 37 % 200)))
                .toList();
        names.forEach(name -> builder.add(name, name.hashCode(), ""));
        assertThat(builder.build().names()).isEqualTo(names);
    }

    @Test
    void valuesOfAFamilyKeepTheirReasons() {
        FeatureValues values = FeatureValues.builder(List.of(Toy.ONE, Toy.TWO))
                .set(0, 3, "unused")
                .set(1, Double.NaN, "the region is flat")
                .build();
        FeatureVector vector = FeatureVector.builder().addAll("square", values).build();
        assertThat(vector.nanReasons()).isEqualTo(Map.of(FeatureName.parse("square_toy_TWO"), "the region is flat"));
    }

    @Test
    void aNanWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> FeatureVector.builder().add(MEAN, Double.NaN, " "))
                .hasMessage("original_firstorder_Mean is NaN and needs a reason");
    }

    @Test
    void aNameCannotBeUsedTwice() {
        assertThatThrownBy(() -> FeatureVector.builder().add(MEAN, 1, "").add(MEAN, 1, ""))
                .hasMessage("two features are named original_firstorder_Mean");
        DiagnosticValue value = DiagnosticValue.of(1L);
        assertThatThrownBy(() -> FeatureVector.builder()
                        .diagnostic("diagnostics_X", value)
                        .diagnostic("diagnostics_X", value))
                .hasMessage("two diagnostics are named diagnostics_X");
    }

    @Test
    void aDiagnosticMustLookLikeOne() {
        assertThatThrownBy(() -> FeatureVector.builder().diagnostic("Hash", DiagnosticValue.of("a")))
                .hasMessage("the name of a diagnostic must begin with diagnostics_, found Hash");
    }

    @Test
    void anAbsentFeatureIsAnsweredWithWhatThereIs() {
        FeatureVector vector = FeatureVector.builder()
                .add(MEAN, 1, "")
                .add(SKEWNESS, 1, "")
                .warning("LoG with sigma 5.0 mm was skipped: the image is too small")
                .build();
        assertThatThrownBy(() -> vector.value(FeatureName.parse("original_firstorder_Mode")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no feature original_firstorder_Mode among 2:"
                        + " the features of original_firstorder are [Mean, Skewness]");
        assertThatThrownBy(() -> vector.value(FeatureName.parse("original_glcm_Mean")))
                .hasMessageEndingWith("the families of original are [firstorder]");
        assertThatThrownBy(() -> vector.value(FeatureName.parse("log-sigma-5-0-mm-3D_glcm_Mean")))
                .hasMessageEndingWith(
                        "the images are [original];" + " LoG with sigma 5.0 mm was skipped: the image is too small");
    }

    @Test
    void vectorsAreEqualBitForBit() {
        FeatureVector zero = FeatureVector.builder().add(MEAN, 0.0, "").build();
        assertThat(zero).isEqualTo(FeatureVector.builder().add(MEAN, 0.0, "").build());
        assertThat(zero)
                .isNotEqualTo(FeatureVector.builder().add(MEAN, -0.0, "").build());
        assertThat(zero)
                .isNotEqualTo(FeatureVector.builder()
                        .add(MEAN, 0.0, "")
                        .diagnostic("diagnostics_X", DiagnosticValue.of(1L))
                        .build());
    }

    @Test
    void aBuilderThatGoesOnLeavesItsVectorsAlone() {
        FeatureVector.Builder builder = FeatureVector.builder().add(MEAN, 1, "");
        FeatureVector before = builder.build();
        FeatureVector after = builder.add(SKEWNESS, 2, "").build();
        assertThat(before.size()).isEqualTo(1);
        assertThat(before.contains(SKEWNESS)).isFalse();
        assertThat(after.size()).isEqualTo(2);
    }

    private enum Toy implements Feature {
        ONE,
        TWO;

        @Override
        public String familyName() {
            return "toy";
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
