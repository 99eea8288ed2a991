package io.github.radiomics4j.select.redundancy;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** SciPy 1.17.1: merges and cuts exactly, heights to 1e-12; statsmodels 0.15.0: factors to 1e-9 of themselves. */
class ClustersOracleTest {
    private static final FeatureTable TABLE = TrainingRows.table();
    private static final Golden FILE = Golden.json("clusters.json");

    @TestFactory
    Stream<DynamicTest> treesOfOneHundredAndFiftyColumns() {
        List<Golden> trees = FILE.get("trees").items();
        assertThat(trees).hasSize(6);
        List<String> names = names(FILE.get("features"));
        return trees.stream().map(one -> {
            String kind = one.get("kind").text().toUpperCase(Locale.ROOT);
            String linkage = one.get("linkage").text().toUpperCase(Locale.ROOT);
            FeatureClusters clusters = FeatureClusters.withDefaults()
                    .withKind(CorrelationKind.valueOf(kind))
                    .withLinkage(Linkage.valueOf(linkage));
            return DynamicTest.dynamicTest(kind + " " + linkage, () -> {
                ClusterTree tree = clusters.tree(TABLE.columns(names));
                requireMerges(tree, one.get("z").items());
                one.get("cuts")
                        .members()
                        .forEach((height, cut) -> assertThat(tree.cut(Double.parseDouble(height)))
                                .isEqualTo(groups(names, cut.numbers())));
            });
        });
    }

    private static void requireMerges(ClusterTree tree, List<Golden> expected) {
        int checked = 0;
        for (int k = 0; k < expected.size(); k++) {
            double[] row = expected.get(k).numbers();
            ClusterTree.Merge merge = tree.merges().get(k);
            assertThat(List.of(merge.first(), merge.second(), merge.size()))
                    .isEqualTo(List.of((int) row[0], (int) row[1], (int) row[3]));
            assertNear("height " + k, merge.height(), row[2], 1e-12);
            checked++;
        }
        assertThat(checked).isEqualTo(149);
    }

    /** Groups names by label, in the order of their first member. */
    private static List<List<String>> groups(List<String> names, double[] labels) {
        Map<Double, List<String>> byLabel = new TreeMap<>();
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (!byLabel.containsKey(labels[i])) {
                byLabel.put(labels[i], new ArrayList<>());
                groups.add(byLabel.get(labels[i]));
            }
            byLabel.get(labels[i]).add(names.get(i));
        }
        return groups;
    }

    @TestFactory
    Stream<DynamicTest> variancesOfThreeSetsOfColumns() {
        List<Golden> sets = FILE.get("variance_inflation").items();
        assertThat(sets).hasSize(3);
        return sets.stream().map(one -> {
            List<String> names = names(one.get("features"));
            return DynamicTest.dynamicTest(names.size() + " columns", () -> {
                Map<String, Double> factors = VarianceInflation.factors(TABLE.columns(names));
                double[] expected = one.get("vif").numbers();
                assertThat(factors).hasSize(expected.length);
                for (int j = 0; j < expected.length; j++) {
                    assertRelative(names.get(j), factors.get(names.get(j)), expected[j], 1e-9);
                }
                requireSelection(
                        VarianceInflation.withDefaults().select(TABLE.columns(names), TrainingRows.outcome()), one);
            });
        });
    }

    private static void requireSelection(Selection found, Golden expected) {
        assertThat(found.kept()).isEqualTo(names(expected.get("kept")));
        Map<String, Double> scores = new TreeMap<>();
        found.dropped().forEach(one -> scores.put(one.column(), one.score()));
        List<Golden> dropped = expected.get("dropped").items();
        assertThat(scores).hasSize(dropped.size());
        dropped.forEach(one -> assertRelative(
                one.toString(),
                scores.get(one.get("feature").text()),
                one.get("vif").number(),
                1e-9));
    }

    private static List<String> names(Golden list) {
        List<String> names = new ArrayList<>();
        list.items().forEach(item -> names.add(item.text()));
        return names;
    }
}
