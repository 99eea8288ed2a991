package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.models.fitted.ClassWeight;
import java.util.Objects;

/**
 * Options that both forests share.
 *
 * @param trees number of trees
 * @param columnsPerSplit columns that are drawn for each split
 * @param maximumDepth of a tree; the root has depth 0
 * @param minimumToSplit cases that a node must have to be split
 * @param minimumInLeaf cases that each side of a split must have
 * @param classWeight weight of each class
 */
public record TreeOptions(
        int trees,
        ColumnsPerSplit columnsPerSplit,
        int maximumDepth,
        int minimumToSplit,
        int minimumInLeaf,
        ClassWeight classWeight) {

    /** Checks the ranges. */
    public TreeOptions {
        Objects.requireNonNull(columnsPerSplit, "columnsPerSplit");
        Objects.requireNonNull(classWeight, "classWeight");
        require("trees", trees, 1);
        require("the maximum depth", maximumDepth, 1);
        require("cases to split a node", minimumToSplit, 2);
        require("cases in a leaf", minimumInLeaf, 1);
    }

    private static void require(String what, int found, int minimum) {
        if (found < minimum) {
            throw new IllegalArgumentException(what + " must be at least " + minimum + ", found " + found);
        }
    }

    /**
     * Returns scikit-learn's options but for the number of trees: 500, as in R, where scikit-learn has 100, because more
     * trees only make the probabilities steadier. The square root of the columns per split, any depth, two cases to split,
     * one in a leaf, no weights.
     */
    public static TreeOptions withDefaults() {
        return new TreeOptions(
                500, ColumnsPerSplit.of(ColumnsPerSplit.Rule.SQUARE_ROOT), Integer.MAX_VALUE, 2, 1, ClassWeight.NONE);
    }

    /** Returns these options with another number of trees. */
    public TreeOptions withTrees(int trees) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }

    /** Returns these options with other columns per split. */
    public TreeOptions withColumnsPerSplit(ColumnsPerSplit columnsPerSplit) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }

    /** Returns these options with another maximum depth. */
    public TreeOptions withMaximumDepth(int maximumDepth) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }

    /** Returns these options with another number of cases that a node must have to be split. */
    public TreeOptions withMinimumToSplit(int minimumToSplit) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }

    /** Returns these options with another number of cases in a leaf. */
    public TreeOptions withMinimumInLeaf(int minimumInLeaf) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }

    /** Returns these options with other weights of the classes. */
    public TreeOptions withClassWeight(ClassWeight classWeight) {
        return new TreeOptions(trees, columnsPerSplit, maximumDepth, minimumToSplit, minimumInLeaf, classWeight);
    }
}
