package io.github.radiomics4j.eval.resampling;

import io.github.radiomics4j.table.CovariateTable;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cases in parts, each of which is held out once. The draw depends on the ids and the seed, not on the order of the ids, and
 * is the same on every JDK.
 *
 * @param parts of case ids; none is empty, no id is in two
 */
public record Folds(List<List<String>> parts) {
    private static final String FOLD = "fold";

    /** Checks that there are two parts or more and no id comes twice. */
    public Folds {
        parts = parts.stream().map(List::copyOf).toList();
        if (parts.size() < 2) {
            throw new IllegalArgumentException("there must be two folds or more, found " + parts.size());
        }
        Set<String> seen = new HashSet<>();
        for (List<String> part : parts) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("every fold must have a case, found an empty one");
            }
            for (String id : part) {
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("a case must be in one fold, found " + id + " in two");
                }
            }
        }
    }

    /**
     * Parts the cases of each class by itself: folds differ by one case at most in each class and in all.
     *
     * @param count of folds, at most the cases of the smaller class
     */
    public static Folds stratified(Outcome outcome, int count, long seed) {
        List<String> positives = shuffled(outcome.casesOf(true), new Random(seed));
        List<String> negatives = shuffled(outcome.casesOf(false), new Random(~seed));
        int smaller = Math.min(positives.size(), negatives.size());
        if (count < 2 || count > smaller) {
            throw new IllegalArgumentException(
                    "stratified folds must be 2 to " + smaller + ", the cases of the smaller class, found " + count);
        }
        List<String> inTurn = new ArrayList<>(positives);
        inTurn.addAll(negatives); // negatives go on where positives end, so that folds stay as large as each other
        return dealt(inTurn, count, outcome.caseIds());
    }

    /** Parts the cases, whatever their class. */
    public static Folds random(Collection<String> caseIds, int count, long seed) {
        if (count < 2 || count > caseIds.size()) {
            throw new IllegalArgumentException("folds must be 2 to " + caseIds.size() + ", found " + count);
        }
        return dealt(shuffled(caseIds, new Random(seed)), count, caseIds);
    }

    /**
     * Parts whole groups, such as patients with several lesions: larger groups first, each into the fold that has the fewest
     * cases of its commonest class, and of those the smallest.
     *
     * @param groupOf the group of every case of the outcome, by case id
     */
    public static Folds grouped(Outcome outcome, Map<String, String> groupOf, int count, long seed) {
        Map<String, List<String>> members = new TreeMap<>();
        for (String id : outcome.caseIds()) {
            String group = groupOf.get(id);
            if (group == null) {
                throw new IllegalArgumentException("every case must have a group, missing " + id);
            }
            members.computeIfAbsent(group, key -> new ArrayList<>()).add(id);
        }
        if (count < 2 || count > members.size()) {
            throw new IllegalArgumentException("folds of groups must be 2 to " + members.size() + ", found " + count);
        }
        List<List<String>> groups = new ArrayList<>(members.values()); // by name
        Collections.shuffle(groups, new Random(seed));
        groups.sort(Comparator.comparingInt((List<String> ids) -> -ids.size())); // stable: ties stay shuffled
        int[] sizes = new int[count];
        int[] positives = new int[count];
        Map<String, Integer> foldOf = new HashMap<>();
        for (List<String> ids : groups) {
            int positive = (int) ids.stream().filter(outcome::isPositive).count();
            boolean mostlyPositive = 2 * positive > ids.size();
            int best = 0;
            for (int f = 1; f < count; f++) {
                int ofClass = mostlyPositive ? positives[f] : sizes[f] - positives[f];
                int ofBest = mostlyPositive ? positives[best] : sizes[best] - positives[best];
                if (ofClass < ofBest || ofClass == ofBest && sizes[f] < sizes[best]) {
                    best = f;
                }
            }
            sizes[best] += ids.size();
            positives[best] += positive;
            for (String id : ids) {
                foldOf.put(id, best);
            }
        }
        return parted(outcome.caseIds(), foldOf, count);
    }

    /** Each case is a fold of its own. */
    public static Folds leaveOneOut(Collection<String> caseIds) {
        return new Folds(caseIds.stream().map(List::of).toList());
    }

    private static List<String> shuffled(Collection<String> ids, Random random) {
        List<String> out = new ArrayList<>(ids);
        Collections.sort(out);
        Collections.shuffle(out, random);
        return out;
    }

    private static Folds dealt(List<String> inTurn, int count, Collection<String> order) {
        Map<String, Integer> foldOf = new HashMap<>();
        for (int i = 0; i < inTurn.size(); i++) {
            foldOf.put(inTurn.get(i), i % count);
        }
        return parted(order, foldOf, count);
    }

    private static Folds parted(Collection<String> order, Map<String, Integer> foldOf, int count) {
        List<List<String>> parts = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            int fold = f;
            parts.add(order.stream()
                    .filter(id -> Integer.valueOf(fold).equals(foldOf.get(id)))
                    .toList());
        }
        return new Folds(parts);
    }

    /** Returns, for each fold, the split that holds it out. */
    public List<Split> splits() {
        List<Split> splits = new ArrayList<>();
        for (List<String> part : parts) {
            Set<String> held = new HashSet<>(part);
            List<String> others = parts.stream()
                    .flatMap(List::stream)
                    .filter(id -> !held.contains(id))
                    .toList();
            splits.add(new Split(others, part));
        }
        return splits;
    }

    /** Writes a column {@code fold}, 1 for the first, by case id, as CSV. */
    public void write(Path path) throws IOException {
        List<String> ids = parts.stream().flatMap(List::stream).toList();
        double[] numbers = new double[ids.size()];
        int next = 0;
        for (int f = 0; f < parts.size(); f++) {
            Arrays.fill(numbers, next, next + parts.get(f).size(), f + 1);
            next += parts.get(f).size();
        }
        CovariateTable.of(ids).withNumbers(FOLD, numbers).write(path);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is not so
     */
    public static Folds read(Path path) throws IOException {
        CovariateTable table = CovariateTable.read(path);
        try {
            double[] numbers = table.numbers(FOLD);
            List<List<String>> parts = new ArrayList<>();
            int count = (int) Arrays.stream(numbers).max().orElse(0);
            for (int f = 1; f <= count; f++) {
                parts.add(new ArrayList<>());
            }
            for (int i = 0; i < numbers.length; i++) {
                if (!(numbers[i] >= 1) || numbers[i] != Math.rint(numbers[i])) {
                    throw new IllegalArgumentException("the fold of case "
                            + table.caseIds().get(i) + " must be a whole number from 1 on, found " + numbers[i]);
                }
                parts.get((int) numbers[i] - 1).add(table.caseIds().get(i));
            }
            return new Folds(parts);
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(path, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the sizes of the folds. */
    public int[] sizes() {
        return parts.stream().mapToInt(List::size).toArray();
    }
}
