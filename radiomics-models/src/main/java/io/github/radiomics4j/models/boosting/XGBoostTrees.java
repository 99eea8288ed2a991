package io.github.radiomics4j.models.boosting;

import io.github.radiomics4j.models.fitted.ClassWeight;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.TrainingRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** A model of XGBoost. Its booster serves one call at a time: it caches what it was given. */
final class XGBoostTrees implements Scorer {
    private final Booster booster;
    private final int columnCount;

    private XGBoostTrees(Booster booster, int columnCount) {
        this.booster = booster;
        this.columnCount = columnCount;
    }

    static XGBoostTrees train(TrainingRows rows, Map<String, Object> parameters, int rounds, ClassWeight classWeight) {
        DMatrix matrix = null;
        try {
            matrix = matrix(rows.columns(), rows.caseCount());
            matrix.setLabel(labels(rows.positive()));
            matrix.setWeight(weights(rows.positive(), classWeight));
            Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
            return new XGBoostTrees(booster, rows.columns().length);
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost refuses parameters or data: " + e.getMessage(), e);
        } finally {
            dispose(matrix);
        }
    }

    static XGBoostTrees read(byte[] json, int columnCount) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(json));
            booster.setParam("nthread", 1);
            if (booster.getNumFeature() != columnCount) {
                throw new IOException(
                        "the trees must be of " + columnCount + " columns, found " + booster.getNumFeature());
            }
            return new XGBoostTrees(booster, columnCount);
        } catch (XGBoostError e) {
            throw new IOException("XGBoost does not read this model: " + e.getMessage(), e);
        }
    }

    /** XGBoost computes in 32 bits. */
    private static DMatrix matrix(double[][] columns, int cases) throws XGBoostError {
        float[] values = new float[cases * columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < cases; i++) {
                values[i * columns.length + j] = (float) columns[j][i];
            }
        }
        return new DMatrix(values, cases, columns.length, Float.NaN);
    }

    private static float[] labels(boolean[] positive) {
        float[] labels = new float[positive.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = positive[i] ? 1 : 0;
        }
        return labels;
    }

    private static float[] weights(boolean[] positive, ClassWeight classWeight) {
        double[] ofClass = classWeight.of(positive);
        float[] weights = new float[positive.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ofClass[positive[i] ? 1 : 0];
        }
        return weights;
    }

    private static void dispose(@Nullable DMatrix matrix) {
        if (matrix != null) {
            matrix.dispose();
        }
    }

    @Override
    public String kind() {
        return io.github.radiomics4j.models.boosting.XGBoost.KIND;
    }

    @Override
    public String library() {
        return "XGBoost";
    }

    @Override
    public boolean takesMissing() {
        return true;
    }

    @Override
    public double[] score(double[][] columns, int cases) {
        if (cases == 0) {
            return new double[0];
        }
        float[][] predicted = call(columns, cases, booster::predict);
        double[] scores = new double[cases];
        for (int i = 0; i < cases; i++) {
            scores[i] = predicted[i][0];
        }
        return scores;
    }

    @Override
    public double[][] contributions(double[][] columns, int cases) {
        double[][] values = new double[columnCount + 1][cases];
        if (cases > 0) {
            float[][] predicted = call(columns, cases, matrix -> booster.predictContrib(matrix, 0));
            for (int i = 0; i < cases; i++) {
                for (int j = 0; j <= columnCount; j++) {
                    values[j][i] = predicted[i][j];
                }
            }
        }
        return values;
    }

    @Override
    public double[] importances() {
        try {
            String[] names = new String[columnCount];
            for (int j = 0; j < columnCount; j++) {
                names[j] = "f" + j;
            }
            Map<String, Double> gain;
            synchronized (booster) {
                gain = booster.getScore(names, "gain");
            }
            double[] importances = new double[columnCount];
            for (int j = 0; j < columnCount; j++) {
                importances[j] = gain.getOrDefault(names[j], 0.0);
            }
            return importances;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost gives no importances: " + e.getMessage(), e);
        }
    }

    /** One use of the booster. */
    private interface Use {
        float[][] of(DMatrix matrix) throws XGBoostError;
    }

    private float[][] call(double[][] columns, int cases, Use use) {
        DMatrix matrix = null;
        try {
            matrix = matrix(columns, cases);
            synchronized (booster) {
                return use.of(matrix);
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost does not predict: " + e.getMessage(), e);
        } finally {
            dispose(matrix);
        }
    }

    @Override
    public byte[] toBytes() {
        try {
            synchronized (booster) {
                return booster.toByteArray("json");
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost does not write its model: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
