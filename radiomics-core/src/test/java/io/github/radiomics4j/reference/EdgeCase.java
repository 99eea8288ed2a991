package io.github.radiomics4j.reference;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The situations of the golden edge files, made from phantom A as their description says. */
public final class EdgeCase {
    private EdgeCase() {}

    /** An image and its mask. */
    public record Input(ImageVolume image, Mask mask) {}

    /** Returns the image and mask of a situation, such as {@code "corner"}: the part of a file's name after the phantom. */
    public static Input of(String situation) {
        ImageVolume image = IntegerPhantom.A.image();
        Mask mask = IntegerPhantom.A.mask();
        return switch (situation) {
            case "corner" -> masked((x, y, z) -> x <= 15 && y <= 13 && z <= 5);
            case "full" -> masked((x, y, z) -> true);
            case "onevoxel", "onevoxel_dim1" -> masked((x, y, z) -> x == 13 && y == 28 && z == 10);
            case "line", "line_dim1" -> masked((x, y, z) -> x >= 9 && x <= 17 && y == 28 && z == 10);
            case "slice", "slice_force2D", "slice_dim3_refused" ->
                masked((x, y, z) -> z == 10 && mask.labelAt(x, y, z) == 1);
            case "image2d" -> {
                Grid slice = new Grid(
                        new Size(40, 36, 1),
                        new Spacing(0.8, 0.8, 1),
                        new Point(-12.5, 30.25, 0),
                        Direction.IDENTITY,
                        2);
                BoundingBox box = new BoundingBox(0, 0, 10, 40, 36, 1);
                yield on(slice, image.crop(box), mask.crop(box));
            }
            case "isolated" ->
                masked((x, y, z) ->
                        isOneOf(x, 5, 11, 17, 23, 29) && isOneOf(y, 5, 11, 17, 23, 29) && isOneOf(z, 3, 8, 13));
            case "twoparts" ->
                masked((x, y, z) -> (x >= 6 && x <= 11 && y >= 6 && y <= 11 && z >= 4 && z <= 7)
                        || (x >= 24 && x <= 33 && y >= 22 && y <= 29 && z >= 13 && z <= 17));
            case "flat", "flat_norm" -> new Input(mapped(image, PixelType.INT16, v -> 100), mask);
            case "twovalues" -> new Input(mapped(image, PixelType.INT16, v -> v > 300 ? 1 : 0), mask);
            case "type_f32" -> new Input(mapped(image, PixelType.FLOAT32, EdgeCase::clamped), mask);
            case "type_f64" -> new Input(mapped(image, PixelType.FLOAT64, EdgeCase::clamped), mask);
            case "type_i32" -> new Input(mapped(image, PixelType.INT32, EdgeCase::clamped), mask);
            case "type_u16" -> new Input(mapped(image, PixelType.UINT16, EdgeCase::clamped), mask);
            case "oblique" -> turned(image, mask, oblique());
            case "flipped" -> turned(image, mask, new Direction(1, 0, 0, 0, -1, 0, 0, 0, -1));
            case "finemask_correct", "finemask_refused", "finemask_resampled" -> new Input(image, fineMask(mask));
            case "label2", "label9_absent", "minsize_ok", "minsize_refused" -> new Input(image, mask);
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static Input masked(VoxelSet voxels) {
        return new Input(
                IntegerPhantom.A.image(), voxels.on(IntegerPhantom.A.mask().grid()));
    }

    private static boolean isOneOf(int value, int... values) {
        return Arrays.stream(values).anyMatch(v -> v == value);
    }

    private static double clamped(double value) {
        return Math.min(Math.max(value, 0), 1e6);
    }

    private static ImageVolume mapped(ImageVolume image, PixelType type, DoubleUnaryOperator function) {
        double[] values = Arrays.stream(image.toDoubles()).map(function).toArray();
        int n = values.length;
        Object array = switch (type) {
            case INT16, UINT16 -> {
                short[] out = new short[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (short) (int) values[i];
                }
                yield out;
            }
            case INT32 -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (int) values[i];
                }
                yield out;
            }
            case FLOAT32 -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (float) values[i];
                }
                yield out;
            }
            default -> values;
        };
        return ImageVolume.wrap(image.grid(), type, array);
    }

    private static Input turned(ImageVolume image, Mask mask, Direction direction) {
        Grid grid = new Grid(
                image.grid().size(), image.grid().spacing(), image.grid().origin(), direction);
        return on(grid, image, mask);
    }

    private static Input on(Grid grid, ImageVolume image, Mask mask) {
        short[] voxels = new short[(int) grid.size().voxelCount()];
        double[] values = image.toDoubles();
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short) values[i];
        }
        return new Input(ImageVolume.of(grid, voxels), mask.withGrid(grid));
    }

    /** Rz(20°) · Rx(−10°). */
    private static Direction oblique() {
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        double u = Math.cos(Math.toRadians(-10));
        double v = Math.sin(Math.toRadians(-10));
        return new Direction(c, -s * u, s * v, s, c * u, -c * v, 0, v, u);
    }

    /**
     * The mask by nearest neighbor on a finer, shifted grid. Some fine voxels lie halfway between two coarse ones; which
     * way ITK's rounding errors sent those of the golden mask is listed here.
     */
    private static Mask fineMask(Mask mask) {
        Grid grid = new Grid(
                new Size(60, 60, 40), new Spacing(0.5, 0.45, 1.3), new Point(-11.8, 30.55, -6.1), Direction.IDENTITY);
        List<Integer> downX = List.of(1, 9);
        List<Integer> downY = List.of(18, 50);
        byte[] labels = new byte[60 * 60 * 40];
        int i = 0;
        for (int z = 0; z < 40; z++) {
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 60; x++) {
                    int cx = nearest(7 + 5 * x, 8) - (downX.contains(x) ? 1 : 0);
                    int cy = nearest(6 + 9 * y, 16) - (downY.contains(y) ? 1 : 0);
                    int cz = nearest(9 + 13 * z, 25);
                    labels[i++] = (byte) mask.labelAt(cx, cy, cz);
                }
            }
        }
        return Mask.of(grid, labels);
    }

    private static int nearest(int numerator, int denominator) {
        return Math.floorDiv(2 * numerator + denominator, 2 * denominator);
    }
}
