package io.github.radiomics4j.models;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The 200 × 1197 table of the reference values, with its split of 160 and 40. */
public final class StudyTable {
    private StudyTable() {}

    /** Returns all cases. */
    public static FeatureTable table() {
        List<Map<String, String>> rows = Golden.rows("radiomics_X.csv.gz");
        List<String> names = rows.get(0).keySet().stream()
                .filter(name -> name.startsWith("F"))
                .toList();
        double[][] columns = new double[names.size()][rows.size()];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.size(); i++) {
                columns[j][i] = Double.parseDouble(rows.get(i).get(names.get(j)));
            }
        }
        return FeatureTable.of(ids("all"), names, columns);
    }

    /** Returns the ids of a set: train, test, or all. */
    public static List<String> ids(String set) {
        List<String> ids = new ArrayList<>();
        for (Map<String, String> row : Golden.rows("radiomics_split.csv")) {
            if (set.equals("all") || set.equals(row.get("set"))) {
                ids.add(row.get("id"));
            }
        }
        return ids;
    }

    /** Returns the outcome. */
    public static Outcome outcome() {
        List<Map<String, String>> rows = Golden.rows("radiomics_split.csv");
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i).get("label").equals("1");
        }
        return Outcome.of("high", "low", ids("all"), positive);
    }
}
