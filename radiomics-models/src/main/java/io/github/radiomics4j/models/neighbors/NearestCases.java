package io.github.radiomics4j.models.neighbors;

import io.github.radiomics4j.models.fitted.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The training cases themselves; all distances are computed. */
final class NearestCases implements Scorer {
    private final int neighbors;
    private final NearestNeighbors.Weighting weighting;
    private final double[][] columns;
    private final boolean[] positive;

    NearestCases(int neighbors, NearestNeighbors.Weighting weighting, double[][] columns, boolean[] positive) {
        this.neighbors = neighbors;
        this.weighting = weighting;
        this.columns = columns;
        this.positive = positive;
    }

    @Override
    public String kind() {
        return NearestNeighbors.KIND;
    }

    @Override
    public String library() {
        return "Radiomics4J";
    }

    @Override
    public double[] score(double[][] cases, int count) {
        double[] scores = new double[count];
        double[] squared = new double[positive.length];
        int[] nearest = new int[neighbors];
        for (int i = 0; i < count; i++) {
            distances(cases, i, squared);
            nearest(squared, nearest);
            scores[i] = share(squared, nearest);
        }
        return scores;
    }

    private void distances(double[][] cases, int i, double[] squared) {
        Arrays.fill(squared, 0);
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double value = cases[j][i];
            for (int k = 0; k < squared.length; k++) {
                double difference = column[k] - value;
                squared[k] += difference * difference;
            }
        }
    }

    /** Keeps the nearest so far in order; a later case takes a place only where it is nearer. */
    private static void nearest(double[] squared, int[] nearest) {
        int kept = 0;
        for (int k = 0; k < squared.length; k++) {
            int place = kept;
            while (place > 0 && squared[k] < squared[nearest[place - 1]]) {
                place--;
            }
            if (place < nearest.length) {
                kept = Math.min(kept + 1, nearest.length);
                System.arraycopy(nearest, place, nearest, place + 1, kept - place - 1);
                nearest[place] = k;
            }
        }
    }

    private double share(double[] squared, int[] nearest) {
        boolean isThere = weighting == NearestNeighbors.Weighting.INVERSE_DISTANCE && squared[nearest[0]] == 0;
        double all = 0;
        double positives = 0;
        for (int k : nearest) {
            double weight = weighting == NearestNeighbors.Weighting.UNIFORM
                    ? 1
                    : isThere ? (squared[k] == 0 ? 1 : 0) : 1 / Math.sqrt(squared[k]);
            all += weight;
            positives += positive[k] ? weight : 0;
        }
        return positives / all;
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(neighbors);
            out.writeUTF(weighting.name());
            out.writeInt(positive.length);
            for (boolean one : positive) {
                out.writeBoolean(one);
            }
            for (double[] column : columns) {
                for (double value : column) {
                    out.writeDouble(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static NearestCases read(int columnCount, InputStream payload) throws IOException {
        DataInputStream in = new DataInputStream(payload);
        int neighbors = in.readInt();
        String name = in.readUTF();
        int cases = in.readInt();
        if (neighbors < 1 || cases < neighbors || in.available() != cases * (1L + 8L * columnCount)) {
            throw new IOException("the payload must hold at least as many cases as neighbors, in " + columnCount
                    + " columns, found " + neighbors + " neighbors, " + cases + " cases, " + in.available() + " bytes");
        }
        boolean[] positive = new boolean[cases];
        for (int k = 0; k < cases; k++) {
            positive[k] = in.readBoolean();
        }
        double[][] columns = new double[columnCount][cases];
        for (double[] column : columns) {
            for (int k = 0; k < cases; k++) {
                column[k] = in.readDouble();
            }
        }
        try {
            return new NearestCases(neighbors, NearestNeighbors.Weighting.valueOf(name), columns, positive);
        } catch (IllegalArgumentException e) {
            throw new IOException("there is no weighting " + name, e);
        }
    }
}
