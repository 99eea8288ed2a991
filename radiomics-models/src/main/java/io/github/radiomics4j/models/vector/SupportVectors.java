package io.github.radiomics4j.models.vector;

import io.github.radiomics4j.eval.calibration.PlattSigmoid;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.TrainingRows;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * The decision f(x) = Σ α K(s, x) − ρ over support vectors s, and its sigmoid. A model is kept as these numbers, so it
 * predicts without LIBSVM.
 *
 * @param columns of the support vectors: one array per column
 * @param alphas one per support vector; positive for the positive class
 */
record SupportVectors(
        Kernel kernel, double gamma, double rho, double[] alphas, double[][] columns, PlattSigmoid sigmoid)
        implements Scorer {
    private static final int POSITIVE = 1;
    private static final int NEGATIVE = -1;

    static SupportVectors train(TrainingRows rows, SupportVectorMachine options) {
        double gamma = Double.isNaN(options.gamma()) ? scale(rows.columns()) : options.gamma();
        svm.svm_set_print_string_function(text -> {}); // it would print to System.out
        svm_model model = svm.svm_train(problem(rows), parameter(rows, options, gamma));
        int sign = model.label[0] == POSITIVE ? 1 : -1;
        double[] alphas = new double[model.l];
        double[][] columns = new double[rows.columns().length][model.l];
        for (int k = 0; k < model.l; k++) {
            alphas[k] = sign * model.sv_coef[0][k];
            for (int j = 0; j < columns.length; j++) {
                columns[j][k] = model.SV[k][j].value;
            }
        }
        return new SupportVectors(
                options.kernel(), gamma, sign * model.rho[0], alphas, columns, new PlattSigmoid(0, 1));
    }

    private static svm_problem problem(TrainingRows rows) {
        svm_problem problem = new svm_problem();
        problem.l = rows.caseCount();
        problem.y = new double[problem.l];
        problem.x = new svm_node[problem.l][rows.columns().length];
        for (int i = 0; i < problem.l; i++) {
            problem.y[i] = rows.positive()[i] ? POSITIVE : NEGATIVE;
            for (int j = 0; j < rows.columns().length; j++) {
                svm_node node = new svm_node();
                node.index = j + 1;
                node.value = rows.columns()[j][i];
                problem.x[i][j] = node;
            }
        }
        return problem;
    }

    private static svm_parameter parameter(TrainingRows rows, SupportVectorMachine options, double gamma) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.C_SVC;
        parameter.kernel_type = options.kernel() == Kernel.LINEAR ? svm_parameter.LINEAR : svm_parameter.RBF;
        parameter.gamma = gamma;
        parameter.C = options.cost();
        parameter.eps = 1e-3; // scikit-learn's
        parameter.cache_size = 200;
        parameter.shrinking = 1;
        double[] weights = options.classWeight().of(rows.positive());
        parameter.nr_weight = 2;
        parameter.weight_label = new int[] {NEGATIVE, POSITIVE};
        parameter.weight = weights;
        return parameter;
    }

    /** Returns 1 / (columns · variance of all values together); 1 where all are equal. */
    private static double scale(double[][] columns) {
        double mean = 0;
        long count = 0;
        for (double[] column : columns) {
            for (double value : column) {
                mean += value;
                count++;
            }
        }
        mean /= count;
        double squares = 0;
        for (double[] column : columns) {
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
        }
        return squares == 0 ? 1 : 1 / (columns.length * (squares / count));
    }

    SupportVectors with(PlattSigmoid other) {
        return new SupportVectors(kernel, gamma, rho, alphas, columns, other);
    }

    /** Returns f of each case. */
    double[] decisions(double[][] cases, int count) {
        double[] decisions = new double[count];
        double[] sums = new double[alphas.length];
        for (int i = 0; i < count; i++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < columns.length; j++) {
                add(cases[j][i], columns[j], sums);
            }
            double decision = -rho;
            for (int k = 0; k < sums.length; k++) {
                decision += alphas[k] * (kernel == Kernel.LINEAR ? sums[k] : Math.exp(-gamma * sums[k]));
            }
            decisions[i] = decision;
        }
        return decisions;
    }

    private void add(double value, double[] column, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            double difference = value - column[k];
            sums[k] += kernel == Kernel.LINEAR ? value * column[k] : difference * difference;
        }
    }

    @Override
    public String kind() {
        return SupportVectorMachine.KIND;
    }

    @Override
    public String library() {
        return "LIBSVM";
    }

    @Override
    public double[] score(double[][] cases, int count) {
        double[] scores = decisions(cases, count);
        for (int i = 0; i < count; i++) {
            scores[i] = sigmoid.probability(scores[i]);
        }
        return scores;
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(kernel.name());
            out.writeDouble(gamma);
            out.writeDouble(rho);
            out.writeDouble(sigmoid.intercept());
            out.writeDouble(sigmoid.slope());
            out.writeInt(alphas.length);
            write(out, alphas);
            for (double[] column : columns) {
                write(out, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static SupportVectors read(int columnCount, InputStream payload) throws IOException {
        DataInputStream in = new DataInputStream(payload);
        String name = in.readUTF();
        double gamma = in.readDouble();
        double rho = in.readDouble();
        PlattSigmoid sigmoid = new PlattSigmoid(in.readDouble(), in.readDouble());
        int count = in.readInt();
        if (count < 0 || in.available() != 8L * count * (1 + columnCount)) {
            throw new IOException("the payload must hold " + count + " support vectors of " + columnCount
                    + " columns, found " + in.available() + " bytes");
        }
        double[] alphas = numbers(in, count);
        double[][] columns = new double[columnCount][];
        for (int j = 0; j < columnCount; j++) {
            columns[j] = numbers(in, count);
        }
        try {
            return new SupportVectors(Kernel.valueOf(name), gamma, rho, alphas, columns, sigmoid);
        } catch (IllegalArgumentException e) {
            throw new IOException("there is no kernel " + name, e);
        }
    }

    private static double[] numbers(DataInputStream in, int count) throws IOException {
        double[] numbers = new double[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = in.readDouble();
        }
        return numbers;
    }
}
