package io.github.radiomics4j.peers;

import io.github.radiomics4j.select.lasso.CvCurve;
import io.github.radiomics4j.select.lasso.CvMeasure;
import io.github.radiomics4j.select.lasso.ElasticNet;
import io.github.radiomics4j.select.lasso.ElasticNetCv;
import io.github.radiomics4j.select.lasso.ElasticNetPath;
import io.github.radiomics4j.select.lasso.Family;
import io.github.radiomics4j.select.lasso.FoldLambdas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Our side of {@code compare_glmnet.py}: reads requests "DATA FAMILY path|cv THRESHOLD" from standard input, answers each with
 * the seconds of one call and its values as a line of JSON. Arguments: the folder of the data and the names of data sets.
 */
final class LassoTimes {
    private LassoTimes() {}

    private record Data(double[][] columns, double[] response, int[] folds) {

        static Data read(Path path) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
            int cases = bytes.getInt();
            int count = bytes.getInt();
            double[] response = doubles(bytes, cases);
            int[] folds = Arrays.stream(doubles(bytes, cases))
                    .mapToInt(fold -> (int) fold - 1)
                    .toArray();
            double[][] columns = new double[count][];
            for (int j = 0; j < count; j++) {
                columns[j] = doubles(bytes, cases);
            }
            return new Data(columns, response, folds);
        }

        private static double[] doubles(ByteBuffer bytes, int count) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = bytes.getDouble();
            }
            return values;
        }
    }

    public static void main(String[] args) throws IOException {
        Map<String, Data> data = new HashMap<>();
        for (String name : List.of(args).subList(1, args.length)) {
            data.put(name, Data.read(Path.of(args[0], name + ".bin")));
        }
        System.out.println("{\"version\": \"Radiomics4J\"}");
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] parts = line.split(" ");
            answer(data.get(parts[0]), parts);
        }
    }

    private static void answer(Data data, String... parts) {
        ElasticNet net = ElasticNet.withDefaults(Family.valueOf(parts[1].toUpperCase(Locale.ROOT)))
                .withThreshold(Double.parseDouble(parts[3]))
                .withMaximumPasses(1_000_000_000);
        System.gc();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        double[] values;
        ElasticNetPath path;
        if (parts[2].equals("path")) {
            path = net.fit(data.columns, data.response);
            values = path.devianceRatios();
        } else {
            CvCurve curve = new ElasticNetCv(net, CvMeasure.DEVIANCE, FoldLambdas.AUTO)
                    .fit(data.columns, data.response, data.folds);
            path = curve.path();
            values = curve.means().stream().mapToDouble(Double::doubleValue).toArray();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"seconds\": %s, \"cpu\": %s, \"lambda\": %s, \"values\": %s}%n",
                seconds,
                cpuSeconds,
                Arrays.toString(path.lambdas()),
                Arrays.toString(values));
    }
}
