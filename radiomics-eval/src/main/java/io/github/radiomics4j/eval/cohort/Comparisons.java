package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.eval.cohort.CohortDescription.Block;
import io.github.radiomics4j.eval.cohort.CohortDescription.CategoryCell;
import io.github.radiomics4j.eval.cohort.CohortDescription.CategoryRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Comparison;
import io.github.radiomics4j.eval.cohort.CohortDescription.Group;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberCell;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Row;
import io.github.radiomics4j.eval.hypothesis.ChiSquare;
import io.github.radiomics4j.eval.hypothesis.CrossTable;
import io.github.radiomics4j.eval.hypothesis.Descriptives;
import io.github.radiomics4j.eval.hypothesis.FisherExact;
import io.github.radiomics4j.eval.hypothesis.GroupTest;
import io.github.radiomics4j.eval.hypothesis.MannWhitney;
import io.github.radiomics4j.eval.hypothesis.ShapiroWilk;
import io.github.radiomics4j.eval.hypothesis.TTest;
import io.github.radiomics4j.eval.hypothesis.TwoSampleGate;
import io.github.radiomics4j.table.CovariateType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sums up one column at a time and compares its groups. */
final class Comparisons {
    private static final int SHAPIRO_LEAST = 3;
    private static final int SHAPIRO_MOST = 5000;
    private static final double NORMAL = 0.05;

    private final CohortTable options;
    private final Cases cases;

    Comparisons(CohortTable options, Cases cases) {
        this.options = options;
        this.cases = cases;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < cases.names().size(); b++) {
            List<Group> groups = new ArrayList<>();
            for (int g = 0; g < cases.groups().size(); g++) {
                groups.add(new Group(
                        cases.groups().get(g), cases.blocks().get(b).get(g).size()));
            }
            blocks.add(new Block(cases.names().get(b), groups));
        }
        return blocks;
    }

    Row row(String column) {
        return cases.table().type(column) == CovariateType.NUMBER ? numbers(column) : categories(column);
    }

    private Optional<List<List<String>>> between() {
        return cases.names().size() == 1 ? Optional.empty() : Optional.of(cases.outer());
    }

    // --- numbers

    private Row numbers(String column) {
        List<List<NumberCell>> cells = new ArrayList<>();
        boolean isNormal = true;
        for (List<List<String>> block : cases.blocks()) {
            List<NumberCell> row = new ArrayList<>();
            for (List<String> group : block) {
                row.add(cell(values(column, group)));
                isNormal &= isNormal(known(values(column, group)));
            }
            cells.add(row);
        }
        NumberSummary wanted = options.summaryOf(column);
        NumberSummary used = wanted != NumberSummary.AUTOMATIC
                ? wanted
                : isNormal ? NumberSummary.MEAN_SD : NumberSummary.MEDIAN_QUARTILES;
        return new NumberRow(
                column,
                used,
                cell(values(column, cases.table().caseIds())),
                cells,
                cases.blocks().stream()
                        .map(block -> compareNumbers(column, block))
                        .toList(),
                between().map(outer -> compareNumbers(column, outer)));
    }

    private double[] values(String column, List<String> ids) {
        return ids.stream()
                .mapToDouble(id -> cases.table().number(id, column).orElse(Double.NaN))
                .toArray();
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    private static NumberCell cell(double[] values) {
        Descriptives found = Descriptives.of(values);
        return new NumberCell(
                found.count(),
                found.missing(),
                found.mean(),
                found.standardDeviation(),
                found.median(),
                found.quantile(0.25),
                found.quantile(0.75));
    }

    private static boolean isNormal(double[] values) {
        if (values.length < SHAPIRO_LEAST || values.length > SHAPIRO_MOST) {
            return values.length > SHAPIRO_MOST;
        }
        return isVaried(values) && ShapiroWilk.test(values).pValue() >= NORMAL;
    }

    private static boolean isVaried(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    private Comparison compareNumbers(String column, List<List<String>> groups) {
        List<double[]> samples = groups.stream()
                .map(ids -> known(values(column, ids)))
                .filter(values -> values.length > 0)
                .toList();
        if (samples.size() < 2) {
            return Comparison.none();
        }
        double[][] arrays = samples.toArray(double[][]::new);
        double difference = meanOverPairs(arrays.length, (i, j) -> difference(arrays[i], arrays[j]));
        NumberSummary wanted = options.summaryOf(column);
        return arrays.length == 2 ? two(arrays[0], arrays[1], wanted, difference) : more(arrays, wanted, difference);
    }

    private static Comparison two(double[] x, double[] y, NumberSummary wanted, double difference) {
        return switch (wanted) {
            case MEAN_SD -> new Comparison(TTest.withDefaults().test(x, y).pValue(), "Welch's t-test", difference);
            case MEDIAN_QUARTILES ->
                new Comparison(MannWhitney.withDefaults().test(x, y).pValue(), "Mann-Whitney test", difference);
            case AUTOMATIC -> {
                TwoSampleGate.Result found = TwoSampleGate.withDefaults().test(x, y);
                String test = switch (found.branch()) {
                    case POOLED_T -> "Student's t-test";
                    case WELCH_T -> "Welch's t-test";
                    case MANN_WHITNEY -> "Mann-Whitney test";
                };
                yield new Comparison(found.pValue(), test, difference);
            }
        };
    }

    private static Comparison more(double[][] groups, NumberSummary wanted, double difference) {
        boolean isNormal = wanted == NumberSummary.MEAN_SD
                || wanted == NumberSummary.AUTOMATIC && Arrays.stream(groups).allMatch(Comparisons::isNormal);
        if (!isNormal) {
            return new Comparison(GroupTest.KRUSKAL_WALLIS.test(groups).pValue(), "Kruskal-Wallis test", difference);
        }
        boolean isEqual = wanted == NumberSummary.AUTOMATIC
                && GroupTest.BROWN_FORSYTHE.test(groups).pValue() >= NORMAL;
        return isEqual
                ? new Comparison(GroupTest.ANOVA.test(groups).pValue(), "analysis of variance", difference)
                : new Comparison(
                        GroupTest.WELCH_ANOVA.test(groups).pValue(), "Welch's analysis of variance", difference);
    }

    private static double difference(double[] x, double[] y) {
        Descriptives first = Descriptives.of(x);
        Descriptives second = Descriptives.of(y);
        double spread = Math.sqrt((first.variance() + second.variance()) / 2);
        return Math.abs(first.mean() - second.mean()) / spread;
    }

    // --- categories

    private Row categories(String column) {
        List<String> levels = cases.table().levels(column);
        return new CategoryRow(
                column,
                levels,
                count(column, levels, cases.table().caseIds()),
                cases.blocks().stream()
                        .map(block -> block.stream()
                                .map(group -> count(column, levels, group))
                                .toList())
                        .toList(),
                cases.blocks().stream()
                        .map(block -> compareCategories(column, levels, block))
                        .toList(),
                between().map(outer -> compareCategories(column, levels, outer)));
    }

    private CategoryCell count(String column, List<String> levels, List<String> ids) {
        int[] counts = new int[levels.size()];
        int missing = 0;
        for (String id : ids) {
            Optional<String> category = cases.table().category(id, column);
            if (category.isPresent()) {
                counts[levels.indexOf(category.get())]++;
            } else {
                missing++;
            }
        }
        return new CategoryCell(
                ids.size() - missing, missing, Arrays.stream(counts).boxed().toList());
    }

    private Comparison compareCategories(String column, List<String> levels, List<List<String>> groups) {
        List<int[]> counts = new ArrayList<>();
        for (List<String> group : groups) {
            CategoryCell cell = count(column, levels, group);
            if (cell.count() > 0) {
                counts.add(cell.counts().stream().mapToInt(Integer::intValue).toArray());
            }
        }
        if (counts.size() < 2 || levels.isEmpty()) {
            return Comparison.none();
        }
        int[][] rows = counts.toArray(int[][]::new);
        double difference = meanOverPairs(rows.length, (i, j) -> ShareDifference.of(rows[i], rows[j]));
        CrossTable table = CrossTable.of(rows).withoutEmpty();
        if (table.columnCount() < 2) {
            return new Comparison(Double.NaN, "", difference);
        }
        boolean isRare = table.expectedBelow(options.fisherBelow()) > 0;
        double exact = isRare ? FisherExact.pValue(table) : Double.NaN;
        return Double.isNaN(exact)
                ? new Comparison(
                        ChiSquare.withDefaults()
                                .withContinuity(options.continuity())
                                .test(table)
                                .pValue(),
                        "chi-square test",
                        difference)
                : new Comparison(exact, "Fisher's exact test", difference);
    }

    /** A measure of two groups by their places. */
    private interface OfPair {
        double of(int i, int j);
    }

    private static double meanOverPairs(int groups, OfPair measure) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < groups; i++) {
            for (int j = i + 1; j < groups; j++) {
                sum += measure.of(i, j);
                pairs++;
            }
        }
        return sum / pairs;
    }
}
