package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;

/** Nine recursive passes with one line at a time: the cost of the lines, without their numbers. */
final class LineByLine {
    private LineByLine() {}

    static float[] passes(ImageVolume volume) {
        Size size = volume.grid().size();
        double[] input = volume.toDoubles();
        float[] sum = new float[input.length];
        for (int axis = 0; axis < 3; axis++) {
            double spacing = volume.grid().spacing().along(axis);
            double[] image = input.clone();
            filter(image, size, axis);
            for (int a = 0; a < 3; a++) {
                if (a != axis) {
                    filter(image, size, a);
                }
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] = (float) (sum[i] + image[i] * (1.0 / (spacing * spacing)));
            }
        }
        return sum;
    }

    private static void filter(double[] image, Size size, int axis) {
        int n = size.along(axis);
        int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
        double[] line = new double[n];
        double[] out = new double[n];
        for (int start = 0; start < image.length; start++) {
            if (start / stride % n != 0) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                line[i] = image[start + i * stride];
            }
            recursion(line, out, n);
            for (int i = 0; i < n; i++) {
                image[start + i * stride] = (float) out[i];
            }
        }
    }

    /** A recursion of the same shape; its numbers are of no use. */
    private static void recursion(double[] x, double[] y, int n) {
        double y1 = x[0];
        double y2 = x[0];
        double y3 = x[0];
        double y4 = x[0];
        for (int i = 3; i < n; i++) {
            double v = (x[i] * 0.1 + x[i - 1] * 0.2 + x[i - 2] * 0.3 + x[i - 3] * 0.1)
                    - (y1 * -0.9 + y2 * 0.4 + y3 * -0.1 + y4 * 0.05);
            y4 = y3;
            y3 = y2;
            y2 = y1;
            y1 = v;
            y[i] = v;
        }
        double z1 = x[n - 1];
        double z2 = z1;
        double z3 = z1;
        double z4 = z1;
        for (int i = n - 5; i >= 0; i--) {
            double v = (x[i + 1] * 0.1 + x[i + 2] * 0.2 + x[i + 3] * 0.3 + x[i + 4] * 0.1)
                    - (z1 * -0.9 + z2 * 0.4 + z3 * -0.1 + z4 * 0.05);
            z4 = z3;
            z3 = z2;
            z2 = z1;
            z1 = v;
            y[i] += v;
        }
    }
}
