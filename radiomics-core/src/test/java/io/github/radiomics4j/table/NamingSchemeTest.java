package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.reference.IbsiSheet;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamingSchemeTest {
    private static final FeatureName MEAN = new FeatureName("original", "statistics", "Mean");
    private static final FeatureName OTHER = new FeatureName("original", "firstorder", "Mean");

    private static List<FeatureName> names() {
        List<FeatureName> names = new ArrayList<>();
        for (FeatureFamily family : IbsiFamilies.all()) {
            family.features().forEach(feature -> names.add(FeatureName.of("original", feature)));
            family.features().forEach(feature -> names.add(FeatureName.of("wavelet-LLH", feature)));
        }
        names.add(OTHER);
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void everyNameLeadsBackToItsFeature(NamingScheme scheme) {
        List<String> columns = names().stream().map(scheme::column).toList();
        assertThat(columns).doesNotHaveDuplicates().hasSizeGreaterThan(2 * 482);
        assertThat(columns.stream().map(scheme::parse)).containsExactlyElementsOf(names());
    }

    @Test
    void everyTagOfTheSheetIsAFeature() throws IOException {
        List<IbsiSheet.Row> rows = IbsiSheet.features("digital_phantom");
        assertThat(rows).hasSize(482).allSatisfy(row -> {
            FeatureName name = NamingScheme.IBSI.parse(row.tag());
            assertThat(name.image()).isEqualTo("original");
            assertThat(NamingScheme.IBSI.column(name)).isEqualTo(row.tag());
        });
    }

    @Test
    void whatIbsiDoesNotKnowKeepsPyRadiomicsName() {
        assertThat(NamingScheme.IBSI.column(MEAN)).isEqualTo("stat_mean");
        assertThat(NamingScheme.IBSI.column(OTHER)).isEqualTo("original_firstorder_Mean");
        assertThat(NamingScheme.PYRADIOMICS.column(MEAN)).isEqualTo("original_statistics_Mean");
        assertThatThrownBy(() -> NamingScheme.IBSI.parse("stat_meen")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vectorsTablesAndFilesHaveTheNames() throws IOException {
        FeatureVector vector = FeatureVector.builder()
                .naming(NamingScheme.IBSI)
                .add(MEAN, 1, "")
                .add(OTHER, Double.NaN, "a reason")
                .build();
        assertThat(vector.columnNames()).containsExactly("stat_mean", "original_firstorder_Mean");
        assertThat(FeatureTable.of(Map.of("case1", vector)).columnNames())
                .containsExactly("stat_mean", "original_firstorder_Mean");
        StringWriter csv = new StringWriter();
        FeatureFormat.CSV.write(csv, "i", "m", vector, false);
        assertThat(csv.toString()).startsWith("Image,Mask,stat_mean,original_firstorder_Mean\n");
        StringWriter json = new StringWriter();
        FeatureFormat.JSON.write(json, "i", "m", vector, false);
        assertThat(json.toString()).contains("\"stat_mean\"").containsOnlyOnce("\"a reason\"");
    }

    @Test
    void aTableHasOneWayOfNaming() {
        FeatureVector first = FeatureVector.builder().add(MEAN, 1, "").build();
        FeatureVector second = FeatureVector.builder()
                .naming(NamingScheme.IBSI)
                .add(MEAN, 1, "")
                .build();
        assertThat(first).isNotEqualTo(second);
        FeatureTable.Builder table = FeatureTable.builder(MissingColumns.REFUSE).add("case1", first);
        assertThatThrownBy(() -> table.add("case2", second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("case2");
    }
}
