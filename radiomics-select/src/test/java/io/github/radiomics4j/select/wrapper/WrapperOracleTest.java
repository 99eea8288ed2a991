package io.github.radiomics4j.select.wrapper;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.wrapper.Boruta.Decision;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** praznik 11.0.0, mRMRe 2.1.2.2, Boruta 8.0.0; scikit-learn 1.2.1; definitions by hand: sets exactly, scores to 1e-9. */
class WrapperOracleTest {
    private static final FeatureTable TABLE = TrainingRows.table();
    private static final Outcome OUTCOME = TrainingRows.outcome();
    private static final Golden PYTHON = Golden.json("selection.json");
    private static final Golden R = Golden.json("selection_R.json");

    /** A criterion, the columns that it sees, and the entry of a file. */
    private record Row(MrmrCriterion criterion, int columns, Golden expected) {}

    @TestFactory
    Stream<DynamicTest> orderAndScoresOfEveryCriterion() {
        return Stream.of(
                        new Row(MrmrCriterion.MID, 300, PYTHON.get("mrmr_MID")),
                        new Row(MrmrCriterion.MID, 300, R.get("praznik_MRMR")),
                        new Row(MrmrCriterion.MIQ, 300, PYTHON.get("mrmr_MIQ")),
                        new Row(MrmrCriterion.FCQ, 1197, PYTHON.get("mrmr_FCQ")),
                        new Row(MrmrCriterion.FCD, 1197, PYTHON.get("mrmr_FCD")),
                        new Row(MrmrCriterion.GAUSSIAN_MID, 300, R.get("mRMRe_classic")),
                        new Row(MrmrCriterion.GAUSSIAN_MID, 300, R.get("gaussian_MI_mrmr_by_hand")),
                        new Row(MrmrCriterion.JMI, 300, R.get("praznik_JMI")),
                        new Row(MrmrCriterion.CMIM, 300, R.get("praznik_CMIM")),
                        new Row(MrmrCriterion.MIM, 300, R.get("praznik_MIM")))
                .map(row -> DynamicTest.dynamicTest(row.expected().toString(), () -> requireOrder(row)));
    }

    private static void requireOrder(Row row) {
        List<String> expected = names(row.expected().get("selected"));
        double[] scores = row.expected().get("scores").numbers();
        List<Ranked> found = Mrmr.of(row.criterion(), expected.size())
                .select(first(row.columns()), OUTCOME)
                .ranked();
        assertThat(found.stream().map(Ranked::column)).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(15);
        for (int k = 0; k < scores.length; k++) {
            assertNear(expected.get(k), found.get(k).score(), scores[k], 1e-9);
        }
    }

    private static FeatureTable first(int columns) {
        return TABLE.columns(TABLE.columnNames().subList(0, columns));
    }

    @Test
    void binsOfThreeHundredColumns() {
        Map<String, double[]> expected = Golden.columns("radiomics_discrete300.csv.gz");
        int checked = 0;
        for (String name : first(300).columnNames()) {
            int[] found = DiscreteColumn.equalFrequency(TABLE.column(name), 5).values();
            assertThat(Arrays.stream(found).asDoubleStream().toArray()).isEqualTo(expected.get(name));
            checked++;
        }
        assertThat(checked).isEqualTo(300);
    }

    @Test
    void informationOfThreeHundredColumns() {
        Golden file = PYTHON.get("mutual_information_discrete");
        DiscreteColumn y = DiscreteColumn.of(OUTCOME.positives(TABLE.caseIds()));
        double[] expected = file.get("mi_with_label").numbers();
        for (int j = 0; j < expected.length; j++) {
            assertNear("F" + j, discrete(j).information(y), expected[j], 1e-12);
        }
        assertThat(expected).hasSize(300);
        double[] pairs = file.get("mi_F0001_F0002_to_F0011").numbers();
        for (int j = 0; j < pairs.length; j++) {
            assertNear("F0001 with " + j, discrete(0).information(discrete(j + 1)), pairs[j], 1e-12);
        }
        assertThat(pairs).hasSize(10);
        assertNear(
                "entropy",
                discrete(0).information(discrete(0)),
                file.get("entropy_F0001").number(),
                1e-12);
    }

    private static DiscreteColumn discrete(int j) {
        return DiscreteColumn.equalFrequency(TABLE.column(TABLE.columnNames().get(j)), 5);
    }

    @TestFactory
    Stream<DynamicTest> weightsOfRelief() {
        List<Golden> cases = PYTHON.get("relieff").get("cases").items();
        assertThat(cases).hasSize(7);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = sample(one.get("input").text());
                    List<String> names = names(one.get("features"));
                    double[] expected = one.get("weights").numbers();
                    Map<String, Double> found = new HashMap<>();
                    ReliefF.of(1)
                            .withNeighbors((int) one.get("k").number())
                            .select(sample.table(), sample.outcome())
                            .ranked()
                            .forEach(ranked -> found.put(ranked.column(), ranked.score()));
                    for (int j = 0; j < expected.length; j++) {
                        assertNear(names.get(j), found.get(names.get(j)), expected[j], 1e-12);
                    }
                    assertThat(expected).hasSizeGreaterThanOrEqualTo(4);
                }));
    }

    @TestFactory
    Stream<DynamicTest> ranksOfElimination() {
        List<Golden> cases = PYTHON.get("rfe").get("cases").items();
        assertThat(cases).hasSize(7);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    FeatureTable table;
                    Sample sample = sample(one.get("input").text());
                    table = sample.table();
                    if (table.columnCount() > 200) {
                        table = table.columns(table.columnNames().subList(0, 200));
                    }
                    int count = (int) one.get("n_features_to_select").number();
                    Ranking found = RecursiveElimination.of(
                                    ColumnImportance.of(new RidgeLogistic(), RidgeLogistic::squares), count)
                            .select(standardized(table), sample.outcome());
                    assertThat(found.kept()).isEqualTo(names(one.get("selected")));
                    requireRanks(found, table.columnNames(), one.get("ranking").numbers(), count);
                }));
    }

    private static void requireRanks(Ranking found, List<String> names, double[] expected, int count) {
        assertThat(found.ranked()).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            int rank = Math.max(1, k - count + 2); // kept ones share rank 1
            assertThat(expected[names.indexOf(found.ranked().get(k).column())]).isEqualTo(rank);
        }
    }

    /** A table and its outcome. */
    private record Sample(FeatureTable table, Outcome outcome) {}

    private static Sample sample(String input) {
        if (input.startsWith("train rows")) {
            return new Sample(TABLE, OUTCOME);
        }
        String file = input.contains("small_lm") ? "small_lm.csv" : "lm_iris_vv.csv";
        Map<String, double[]> columns = Golden.columns(file);
        double[] y = columns.containsKey("yb") ? columns.get("yb") : columns.get("y");
        List<String> names = columns.keySet().stream()
                .filter(name -> columns.containsKey("yb") ? name.startsWith("x") : !name.equals("y"))
                .toList();
        boolean[] positive = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            positive[i] = y[i] == 1;
        }
        double[][] values = names.stream().map(columns::get).toArray(double[][]::new);
        return new Sample(TrainingRows.table(names, values), TrainingRows.outcome(positive));
    }

    /** (x − mean) / deviation with divisor n. */
    private static FeatureTable standardized(FeatureTable table) {
        double[][] columns = new double[table.columnCount()][];
        for (int j = 0; j < columns.length; j++) {
            double[] x = table.column(table.columnNames().get(j));
            double mean = Arrays.stream(x).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(x)
                    .map(one -> (one - mean) * (one - mean))
                    .average()
                    .orElseThrow());
            columns[j] = Arrays.stream(x).map(one -> (one - mean) / deviation).toArray();
        }
        return FeatureTable.of(table.caseIds(), table.columnNames(), columns);
    }

    @Test
    void hitsThatDecide() {
        List<Golden> rows = R.get("boruta_decision").get("table").items();
        for (Golden row : rows) {
            int columns = (int) row.get("n_features").number();
            int runs = (int) row.get("runs").number();
            int confirmed = -1;
            int rejected = -1;
            for (int hits = 0; hits <= runs; hits++) {
                Decision decision = Boruta.decide(hits, runs, columns, 0.01);
                confirmed = decision == Decision.CONFIRMED && confirmed < 0 ? hits : confirmed;
                rejected = decision == Decision.REJECTED ? hits : rejected;
            }
            assertRelative(
                    "" + row,
                    confirmed < 0 ? Double.NaN : confirmed,
                    row.get("min_hits_confirmed").number(),
                    0);
            assertRelative(
                    "" + row,
                    rejected < 0 ? Double.NaN : rejected,
                    row.get("max_hits_rejected").number(),
                    0);
        }
        assertThat(rows).hasSize(12);
    }

    /**
     * Boruta's run is of a forest; here F of the analysis of variance of the three species is the importance. What is far
     * from the border is decided alike: N4, which the run leaves undecided, is not asked for.
     */
    @Test
    void columnsOfIrisAreConfirmedAndNoiseIsRejected() {
        List<Map<String, String>> rows = Golden.rows("boruta_iris_extended.csv");
        List<String> names = new ArrayList<>(rows.get(0).keySet());
        names.remove("Species");
        double[][] values = new double[names.size()][rows.size()];
        String[] species = new String[rows.size()];
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = rows.get(i).get("Species");
            positive[i] = species[i].equals("setosa");
            for (int j = 0; j < values.length; j++) {
                values[j][i] = Double.parseDouble(rows.get(i).get(names.get(j)));
            }
        }
        Boruta boruta = Boruta.of((table, outcome, seed) -> table.columnNames().stream()
                .mapToDouble(name -> betweenSpecies(table.column(name), species))
                .toArray());
        Map<String, Boruta.Decided> found = boruta.withMaximumRuns(300)
                .select(TrainingRows.table(names, values), TrainingRows.outcome(positive))
                .decisions();
        int checked = 0;
        for (Map.Entry<String, Golden> expected :
                R.get("boruta_run").get("decision").members().entrySet()) {
            if (!expected.getValue().text().equals("Tentative")) {
                assertThat(found.get(expected.getKey()).decision().name())
                        .as(expected.getKey())
                        .isEqualToIgnoringCase(expected.getValue().text());
                checked++;
            }
        }
        assertThat(checked).isEqualTo(7);
    }

    /** The share of the sum of squares that lies between species. */
    private static double betweenSpecies(double[] x, String[] species) {
        Map<String, double[]> groups = new HashMap<>();
        double mean = Arrays.stream(x).average().orElseThrow();
        double all = 0;
        for (int i = 0; i < x.length; i++) {
            double[] group = groups.computeIfAbsent(species[i], name -> new double[2]);
            group[0] += x[i] - mean;
            group[1]++;
            all += (x[i] - mean) * (x[i] - mean);
        }
        return groups.values().stream().mapToDouble(g -> g[0] * g[0] / g[1]).sum() / all;
    }

    private static List<String> names(Golden list) {
        List<String> names = new ArrayList<>();
        list.items().forEach(item -> names.add(item.text()));
        return names;
    }
}
