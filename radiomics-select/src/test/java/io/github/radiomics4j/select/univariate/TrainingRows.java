package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The 160 training rows of the public matrix of 1,197 columns, from which the reference values of selection come. */
public final class TrainingRows {
    private TrainingRows() {}

    /** Returns the table. */
    public static FeatureTable table() {
        return all().rows(trainingIds());
    }

    /** Returns the outcome of all 200 rows. */
    public static Outcome outcome() {
        List<Map<String, String>> rows = Golden.rows("radiomics_split.csv");
        List<String> ids = new ArrayList<>();
        boolean[] positive = new boolean[rows.size()];
        for (Map<String, String> row : rows) {
            positive[ids.size()] = row.get("label").equals("1");
            ids.add(row.get("id"));
        }
        return Outcome.of("1", "0", ids, positive);
    }

    private static FeatureTable all() {
        List<Map<String, String>> rows = Golden.rows("radiomics_X.csv.gz");
        List<String> names = new ArrayList<>(rows.get(0).keySet());
        names.removeAll(List.of("id", "label"));
        double[][] columns = new double[names.size()][rows.size()];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(rows.get(i).get("id"));
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = Double.parseDouble(rows.get(i).get(names.get(j)));
            }
        }
        return FeatureTable.of(ids, names, columns);
    }

    private static List<String> trainingIds() {
        return Golden.rows("radiomics_split.csv").stream()
                .filter(row -> row.get("set").equals("train"))
                .map(row -> row.get("id"))
                .toList();
    }

    /** Returns a table of {@code columns} with the cases P0, P1, …. */
    public static FeatureTable table(List<String> names, double[]... columns) {
        return FeatureTable.of(ids(columns[0].length), names, columns);
    }

    /** Returns the outcome of the cases P0, P1, …. */
    public static Outcome outcome(boolean... positive) {
        return Outcome.of("high", "low", ids(positive.length), positive);
    }

    private static List<String> ids(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add("P" + i);
        }
        return ids;
    }
}
