package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureNameTest {
    @Test
    void the1197NamesOfPyRadiomicsReadAndPrintUnchanged() throws IOException {
        List<String> names;
        try (BufferedReader golden = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FeatureNameTest.class.getResourceAsStream("/golden/phantom_a/ki67_1mm.csv")),
                StandardCharsets.UTF_8))) {
            names = golden.lines().skip(1).map(line -> line.split(",")[0]).toList();
        }
        assertThat(names).hasSize(1197);
        assertThat(names.stream().map(FeatureName::parse).map(FeatureName::toString))
                .isEqualTo(names);
    }

    @Test
    void anImageNameMayHoldHyphens() {
        assertThat(FeatureName.parse("log-sigma-2-0-mm-3D_glcm_Imc1"))
                .isEqualTo(new FeatureName("log-sigma-2-0-mm-3D", "glcm", "Imc1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "original",
                "original_glcm",
                "original__Contrast",
                "_glcm_Contrast",
                "original_glcm_",
                "original_glcm_Con_trast",
                "original_glcm_Con trast",
                "original_glcm_Con,trast",
                "original_glcm_Con\ntrast",
                "diagnostics_Mask-original_VoxelNum"
            })
    void whatIsNoNameIsRefused(String text) {
        assertThatThrownBy(() -> FeatureName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMessageShowsHowANameLooks() {
        assertThatThrownBy(() -> FeatureName.parse("Contrast"))
                .hasMessage("a feature must be named image_family_feature, such as original_glcm_Contrast,"
                        + " found 'Contrast'");
    }
}
