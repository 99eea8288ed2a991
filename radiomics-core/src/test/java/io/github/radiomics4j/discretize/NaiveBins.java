package io.github.radiomics4j.discretize;

/** The twin of the binning kernel: a table of edges and a binary search in it for each intensity. */
final class NaiveBins {
    private NaiveBins() {}

    static int[] width(double[] x, double width) {
        double minimum = extreme(x, -1);
        double remainder = minimum % width < 0 ? minimum % width + width : minimum % width;
        double first = minimum - remainder;
        double[] edges = new double[(int) Math.ceil((extreme(x, 1) + 2 * width - first) / width)];
        edges[0] = first;
        edges[1] = first + width;
        for (int k = 2; k < edges.length; k++) {
            edges[k] = first + k * (edges[1] - first);
        }
        return digitize(x, edges);
    }

    static int[] count(double[] x, int bins) {
        double minimum = extreme(x, -1);
        double maximum = extreme(x, 1);
        double widening = minimum == maximum ? 0.5 : 0;
        double step = (maximum + widening - (minimum - widening)) / bins;
        double[] edges = new double[bins + 1];
        for (int k = 0; k < bins; k++) {
            edges[k] = minimum - widening + k * step;
        }
        edges[bins] = maximum + widening + 1;
        return digitize(x, edges);
    }

    private static int[] digitize(double[] x, double[] edges) {
        int[] levels = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            int low = 0;
            int high = edges.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (edges[middle] <= x[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            levels[i] = low;
        }
        return levels;
    }

    private static double extreme(double[] x, int sign) {
        double extreme = x[0];
        for (double v : x) {
            extreme = sign * v > sign * extreme ? v : extreme;
        }
        return extreme;
    }
}
