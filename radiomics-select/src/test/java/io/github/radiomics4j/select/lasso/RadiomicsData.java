package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.eval.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The synthetic table of 200 cases and 1197 columns, in its training and its test rows. */
final class RadiomicsData {
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Integer> trainRows = new ArrayList<>();
    private final List<Integer> testRows = new ArrayList<>();
    private final List<String> trainIds = new ArrayList<>();
    private final double[] label;
    private final int[] foldOf;

    RadiomicsData() {
        List<Map<String, String>> rows = Golden.rows("radiomics_X.csv.gz");
        for (String name : rows.get(0).keySet()) {
            if (name.startsWith("F")) {
                names.add(name);
                columns.add(rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(name)))
                        .toArray());
            }
        }
        label = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("label")))
                .toArray();
        List<Map<String, String>> split = Golden.rows("radiomics_split.csv");
        List<Integer> folds = new ArrayList<>();
        for (int i = 0; i < split.size(); i++) {
            if (!split.get(i).get("id").equals(rows.get(i).get("id"))) {
                throw new IllegalStateException("the rows of both files must be in the same order, see row " + i);
            }
            if (split.get(i).get("set").equals("train")) {
                trainRows.add(i);
                trainIds.add(split.get(i).get("id"));
                folds.add(Integer.parseInt(split.get(i).get("fold10")) - 1);
            } else {
                testRows.add(i);
            }
        }
        foldOf = folds.stream().mapToInt(Integer::intValue).toArray();
    }

    List<String> names() {
        return names;
    }

    List<String> trainIds() {
        return trainIds;
    }

    double[][] train() {
        return columns.stream().map(column -> pick(column, trainRows)).toArray(double[][]::new);
    }

    double[][] test() {
        return columns.stream().map(column -> pick(column, testRows)).toArray(double[][]::new);
    }

    /** Returns (x − mean) / sd of the training rows, n − 1; constant columns are divided by 1. */
    double[][] trainScaled() {
        return columns.stream().map(column -> scaled(column, trainRows)).toArray(double[][]::new);
    }

    double[][] testScaled() {
        return columns.stream().map(column -> scaled(column, testRows)).toArray(double[][]::new);
    }

    double[] trainResponse() {
        return pick(label, trainRows);
    }

    int[] trainFolds() {
        return foldOf.clone();
    }

    private double[] scaled(double[] column, List<Integer> rows) {
        double[] train = pick(column, trainRows);
        double mean = GlmnetOracleTest.mean(train);
        double sd = GlmnetOracleTest.sd(train) * Math.sqrt(train.length / (train.length - 1.0));
        double[] scaled = pick(column, rows);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (scaled[i] - mean) / (sd > 0 ? sd : 1);
        }
        return scaled;
    }

    private static double[] pick(double[] column, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> column[i]).toArray();
    }
}
