package io.github.radiomics4j.models.boosting;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.github.radiomics4j.models.fitted.ClassWeight;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.TrainingRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A model of LightGBM. Its booster serves one call at a time. */
final class LightGBMTrees implements Scorer {
    /** Of every iteration. */
    private static final int ALL = -1;

    private final LGBMBooster booster;
    private final int columnCount;

    private LightGBMTrees(LGBMBooster booster, int columnCount) {
        this.booster = booster;
        this.columnCount = columnCount;
    }

    /** The trees are read back from their text: what is left of training in a booster plays no part then. */
    static LightGBMTrees train(TrainingRows rows, String parameters, int rounds, ClassWeight classWeight) {
        try {
            LGBMDataset dataset = LGBMDataset.createFromMat(
                    byRow(rows.columns(), rows.caseCount()),
                    rows.caseCount(),
                    rows.columns().length,
                    true,
                    parameters,
                    null);
            try {
                float[] labels = new float[rows.caseCount()];
                float[] weights = new float[labels.length];
                double[] ofClass = classWeight.of(rows.positive());
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = rows.positive()[i] ? 1 : 0;
                    weights[i] = (float) ofClass[rows.positive()[i] ? 1 : 0];
                }
                dataset.setField("label", labels);
                dataset.setField("weight", weights);
                return new LightGBMTrees(
                        LGBMBooster.loadModelFromString(train(dataset, parameters, rounds)), rows.columns().length);
            } finally {
                dataset.close();
            }
        } catch (LGBMException e) {
            throw new IllegalArgumentException("LightGBM refuses parameters or data: " + e.getMessage(), e);
        }
    }

    private static String train(LGBMDataset dataset, String parameters, int rounds) throws LGBMException {
        LGBMBooster booster = LGBMBooster.create(dataset, parameters);
        try {
            boolean isFinished = false;
            for (int i = 0; i < rounds && !isFinished; i++) {
                isFinished = booster.updateOneIter();
            }
            return booster.saveModelToString(0, ALL, LGBMBooster.FeatureImportanceType.GAIN);
        } finally {
            booster.close();
        }
    }

    static LightGBMTrees read(byte[] text, int columnCount) throws IOException {
        try {
            LGBMBooster booster = LGBMBooster.loadModelFromString(new String(text, StandardCharsets.UTF_8));
            if (booster.getNumFeature() != columnCount) {
                throw new IOException(
                        "the trees must be of " + columnCount + " columns, found " + booster.getNumFeature());
            }
            return new LightGBMTrees(booster, columnCount);
        } catch (LGBMException e) {
            throw new IOException("LightGBM does not read this model: " + e.getMessage(), e);
        }
    }

    private static double[] byRow(double[][] columns, int cases) {
        double[] values = new double[cases * columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < cases; i++) {
                values[i * columns.length + j] = columns[j][i];
            }
        }
        return values;
    }

    @Override
    public String kind() {
        return LightGBM.KIND;
    }

    @Override
    public String library() {
        return "LightGBM";
    }

    @Override
    public boolean takesMissing() {
        return true;
    }

    @Override
    public double[] score(double[][] columns, int cases) {
        return cases == 0 ? new double[0] : predict(columns, cases, PredictionType.C_API_PREDICT_NORMAL);
    }

    private double[] predict(double[][] columns, int cases, PredictionType type) {
        try {
            synchronized (booster) {
                return booster.predictForMat(byRow(columns, cases), cases, columns.length, true, type, "num_threads=1");
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM does not predict: " + e.getMessage(), e);
        }
    }

    @Override
    public double[][] contributions(double[][] columns, int cases) {
        double[][] values = new double[columnCount + 1][cases];
        if (cases > 0) {
            double[] predicted = predict(columns, cases, PredictionType.C_API_PREDICT_CONTRIB);
            for (int i = 0; i < cases; i++) {
                for (int j = 0; j <= columnCount; j++) {
                    values[j][i] = predicted[i * (columnCount + 1) + j];
                }
            }
        }
        return values;
    }

    @Override
    public double[] importances() {
        try {
            synchronized (booster) {
                return booster.featureImportance(ALL, LGBMBooster.FeatureImportanceType.GAIN);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM gives no importances: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] toBytes() {
        try {
            synchronized (booster) {
                return booster.saveModelToString(0, ALL, LGBMBooster.FeatureImportanceType.GAIN)
                        .getBytes(StandardCharsets.UTF_8);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM does not write its model: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            booster.close();
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM does not give back its memory: " + e.getMessage(), e);
        }
    }
}
