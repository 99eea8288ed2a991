package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.models.fitted.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Trees that vote with the share of positive cases in their leaves; the mean is the probability. */
final class Forest implements Scorer {
    private final String kind;
    private final List<Tree> trees;
    private final double[] importances;

    Forest(String kind, List<Tree> trees, double[] importances) {
        this.kind = kind;
        this.trees = List.copyOf(trees);
        this.importances = importances;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String library() {
        return "Radiomics4J";
    }

    List<Tree> trees() {
        return trees;
    }

    @Override
    public double[] score(double[][] columns, int cases) {
        double[] means = new double[cases];
        for (Tree tree : trees) {
            for (int i = 0; i < cases; i++) {
                means[i] += tree.predict(columns, i);
            }
        }
        for (int i = 0; i < cases; i++) {
            means[i] /= trees.size();
        }
        return means;
    }

    @Override
    public double[] importances() {
        return importances.clone();
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(importances.length);
            for (double one : importances) {
                out.writeDouble(one);
            }
            out.writeInt(trees.size());
            for (Tree tree : trees) {
                out.writeInt(tree.size);
                for (int i = 0; i < tree.size; i++) {
                    out.writeInt(tree.column[i]);
                    out.writeDouble(tree.threshold[i]);
                    out.writeInt(tree.right[i]);
                    out.writeDouble(tree.share[i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a forest; every column and place is held against what there is, so that no file can lead outside. */
    static Forest read(String kind, int columns, byte[] payload) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(payload);
        requireLeft(in, Integer.BYTES);
        int many = in.getInt();
        if (many != columns) {
            throw new IOException("importances must be of " + columns + " columns, found " + many);
        }
        requireLeft(in, (long) many * Double.BYTES + Integer.BYTES);
        double[] importances = new double[many];
        for (int j = 0; j < many; j++) {
            importances[j] = in.getDouble();
        }
        int count = in.getInt();
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            trees.add(readTree(in, columns));
        }
        if (trees.isEmpty() || in.hasRemaining()) {
            throw new IOException("a forest must hold trees and nothing else, found " + trees.size() + " trees and "
                    + in.remaining() + " bytes more");
        }
        return new Forest(kind, trees, importances);
    }

    private static Tree readTree(ByteBuffer in, int columns) throws IOException {
        requireLeft(in, Integer.BYTES);
        int size = in.getInt();
        if (size < 1) {
            throw new IOException("a tree must have a node, found " + size);
        }
        requireLeft(in, (long) size * 2 * (Integer.BYTES + Double.BYTES));
        Tree tree = new Tree();
        for (int i = 0; i < size; i++) {
            int column = in.getInt();
            double threshold = in.getDouble();
            int right = in.getInt();
            double share = in.getDouble();
            boolean isLeaf = column == -1;
            if (!isLeaf && (column < 0 || column >= columns || right <= i + 1 || right >= size)
                    || !(share >= 0 && share <= 1)) {
                throw new IOException("node " + i + " of a tree must lie within it, found column " + column + ", right "
                        + right + ", share " + share);
            }
            tree.add(share);
            tree.column[i] = column;
            tree.threshold[i] = threshold;
            tree.right[i] = right;
        }
        return tree;
    }

    private static void requireLeft(ByteBuffer in, long bytes) throws IOException {
        if (in.remaining() < bytes) {
            throw new IOException("the forest must hold " + bytes + " bytes more, found " + in.remaining());
        }
    }
}
