package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ids of the cases that a model learns from, and of those it is tested on. Immutable; saves to a file.
 *
 * <p>A split that is drawn depends on the ids and the seed alone, not on the order in which the ids are given, and is the
 * same on every JDK: ids are sorted and then shuffled with {@link Random}, whose numbers are specified.
 *
 * @param train in the order in which they were given
 * @param test in the order in which they were given; none is in {@code train}
 */
public record Split(List<String> train, List<String> test) {
    private static final List<String> HEADER = List.of("case", "set");
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    /** Checks that both parts have cases and none is in both or twice in one. */
    public Split {
        train = List.copyOf(train);
        test = List.copyOf(test);
        FeatureTable.checkDistinct("training cases", train);
        FeatureTable.checkDistinct("test cases", test);
        if (train.isEmpty() || test.isEmpty()) {
            throw new IllegalArgumentException("both parts of a split must have cases, found " + train.size()
                    + " for training and " + test.size() + " for the test");
        }
        Set<String> both = new HashSet<>(train);
        both.retainAll(test);
        FeatureTable.checkNone(
                "a case must be in one part of a split, found in both",
                both.stream().sorted().toList());
    }

    /**
     * Draws test cases from each class by itself, so that both parts have its share of the outcome. With n cases in all,
     * round(f n) are for the test; each class of c cases gives ⌊f c⌋ of them, and those with the largest remainders one
     * more.
     *
     * @param testFraction f, in (0, 1)
     * @throws IllegalArgumentException if a part would lack a class
     */
    public static Split stratified(Outcome outcome, double testFraction, long seed) {
        checkFraction(testFraction);
        List<String> positives = outcome.casesOf(true);
        List<String> negatives = outcome.casesOf(false);
        long wanted = Math.round(testFraction * outcome.caseCount());
        double ofPositives = testFraction * positives.size();
        double ofNegatives = testFraction * negatives.size();
        int first = (int) Math.floor(ofPositives);
        int second = (int) Math.floor(ofNegatives);
        long lacking = wanted - first - second;
        boolean positivesFirst = ofPositives - first >= ofNegatives - second;
        if (lacking == 2 || lacking == 1 && positivesFirst) {
            first++;
        }
        if (lacking == 2 || lacking == 1 && !positivesFirst) {
            second++;
        }
        if (first < 1 || second < 1 || first >= positives.size() || second >= negatives.size()) {
            throw new IllegalArgumentException("both parts must have cases of both classes, found for the test " + first
                    + " of " + positives.size() + " " + outcome.positiveClass() + " and " + second + " of "
                    + negatives.size() + " " + outcome.negativeClass());
        }
        Random random = new Random(seed);
        Set<String> test = new HashSet<>(drawn(positives, first, random));
        test.addAll(drawn(negatives, second, random));
        return apart(outcome.caseIds(), test);
    }

    /**
     * Draws round(f n) of n cases for the test, whatever their class.
     *
     * @param testFraction f, in (0, 1)
     */
    public static Split random(Collection<String> caseIds, double testFraction, long seed) {
        checkFraction(testFraction);
        int wanted = (int) Math.round(testFraction * caseIds.size());
        return apart(caseIds, new HashSet<>(drawn(caseIds, wanted, new Random(seed))));
    }

    /**
     * Draws whole groups for the test, such as patients with several lesions, until it has f n of n cases or more: no group
     * is in both parts.
     *
     * @param groupOf the group of every case, by case id
     * @param testFraction f, in (0, 1)
     */
    public static Split grouped(Map<String, String> groupOf, double testFraction, long seed) {
        checkFraction(testFraction);
        Map<String, List<String>> members = new TreeMap<>();
        groupOf.forEach((id, group) ->
                members.computeIfAbsent(group, key -> new ArrayList<>()).add(id));
        Set<String> test = new HashSet<>();
        for (String group : drawn(members.keySet(), members.size(), new Random(seed))) {
            if (test.size() >= testFraction * groupOf.size()) {
                break;
            }
            test.addAll(members.getOrDefault(group, List.of()));
        }
        return apart(groupOf.keySet(), test);
    }

    private static void checkFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "the fraction of test cases must lie between 0 and 1, found " + testFraction);
        }
    }

    private static List<String> drawn(Collection<String> ids, int count, Random random) {
        List<String> shuffled = new ArrayList<>(ids);
        FeatureTable.checkDistinct("case ids", shuffled);
        Collections.sort(shuffled);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private static Split apart(Collection<String> ids, Set<String> test) {
        return new Split(
                ids.stream().filter(id -> !test.contains(id)).toList(),
                ids.stream().filter(test::contains).toList());
    }

    /** Writes the split as CSV: header {@code case,set}, a row per case with {@code train} or {@code test}. */
    public void write(Path path) throws IOException {
        CsvFile.write(path, csv -> {
            csv.writeRecord(HEADER);
            train.forEach(id -> csv.writeRecord(id, TRAIN));
            test.forEach(id -> csv.writeRecord(id, TEST));
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws TableFormatException if the file is not so; with path and line
     */
    public static Split read(Path path) throws IOException {
        Map<String, String> sets = new LinkedHashMap<>();
        List<String> header = new ArrayList<>();
        CsvFile.forEachRecord(path, cells -> {
            if (header.isEmpty()) {
                header.addAll(cells);
                if (!header.equals(HEADER)) {
                    throw new IllegalArgumentException("the header must be " + HEADER + ", found " + header);
                }
                return;
            }
            CsvFile.checkLength(HEADER.size(), cells);
            FeatureTable.checkName("a case id", cells.get(0));
            if (!cells.get(1).equals(TRAIN) && !cells.get(1).equals(TEST)) {
                throw new IllegalArgumentException(
                        "the set of case " + cells.get(0) + " must be train or test, found '" + cells.get(1) + "'");
            }
            if (sets.put(cells.get(0), cells.get(1)) != null) {
                throw new IllegalArgumentException(
                        "there must be one row per case, found a second one of " + cells.get(0));
            }
        });
        try {
            return new Split(casesIn(sets, TRAIN), casesIn(sets, TEST));
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(path, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> casesIn(Map<String, String> sets, String wanted) {
        return sets.entrySet().stream()
                .filter(entry -> entry.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }
}
