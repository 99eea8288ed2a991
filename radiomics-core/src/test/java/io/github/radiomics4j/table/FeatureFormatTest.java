package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FeatureFormatTest {
    private static final FeatureVector VECTOR = FeatureVector.builder()
            .diagnostic("diagnostics_Image-original_Spacing", DiagnosticValue.tuple(0.8, 0.8, 2.5))
            .diagnostic("diagnostics_Mask-original_VoxelNum", DiagnosticValue.of(7664L))
            .add(FeatureName.parse("original_toy_A"), 1e-5, "")
            .add(FeatureName.parse("original_toy_B"), Double.NaN, "flat")
            .add(FeatureName.parse("original_toy_C"), Double.POSITIVE_INFINITY, "")
            .build();

    @Test
    void csvIsAHeaderAndARow() throws IOException {
        assertThat(write(FeatureFormat.CSV, true)).isEqualTo("""
                        Image,Mask,diagnostics_Image-original_Spacing,diagnostics_Mask-original_VoxelNum,\
                        original_toy_A,original_toy_B,original_toy_C
                        "a, b.nrrd",m.nrrd,"(0.8, 0.8, 2.5)",7664,1e-05,nan,inf
                        """);
    }

    @Test
    void txtIsALinePerValue() throws IOException {
        assertThat(write(FeatureFormat.TXT, true)).isEqualTo("""
                        Case-1_Image: a, b.nrrd
                        Case-1_Mask: m.nrrd
                        Case-1_diagnostics_Image-original_Spacing: (0.8, 0.8, 2.5)
                        Case-1_diagnostics_Mask-original_VoxelNum: 7664
                        Case-1_original_toy_A: 1e-05
                        Case-1_original_toy_B: nan
                        Case-1_original_toy_C: inf
                        """);
    }

    @Test
    void jsonIsAnArrayOfOneObjectThatStrictReadersAccept() throws IOException {
        assertThat(write(FeatureFormat.JSON, true)).isEqualTo("""
                        [
                          {
                            "Image": "a, b.nrrd",
                            "Mask": "m.nrrd",
                            "diagnostics_Image-original_Spacing": [
                              0.8,
                              0.8,
                              2.5
                            ],
                            "diagnostics_Mask-original_VoxelNum": 7664,
                            "original_toy_A": 1e-05,
                            "original_toy_B": null,
                            "original_toy_C": null,
                            "nullReasons": {
                              "original_toy_B": "flat",
                              "original_toy_C": "the value is inf"
                            }
                          }
                        ]
                        """);
    }

    @Test
    void diagnosticsAreLeftOutOnRequest() throws IOException {
        for (FeatureFormat format : FeatureFormat.values()) {
            assertThat(write(format, false))
                    .as(format.name())
                    .contains("original_toy_A")
                    .doesNotContain("diagnostics");
        }
    }

    private static String write(FeatureFormat format, boolean diagnostics) throws IOException {
        StringBuilder text = new StringBuilder();
        format.write(text, "a, b.nrrd", "m.nrrd", VECTOR, diagnostics);
        return text.toString();
    }
}
