package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import io.github.radiomics4j.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Gray level run length matrices (IBSI TP0I), one per direction: P(i, j) is the number of runs of gray level i and length
 * j voxels. A run is a longest sequence of voxels of one level along the direction; another level and the edge of the
 * region both end it. Immutable.
 */
public final class Glrlm {
    private final List<Offset> directions;
    private final List<SizeMatrix> matrices;
    private final boolean[] hasLine;

    private Glrlm(List<Offset> directions, List<SizeMatrix> matrices, boolean[] hasLine) {
        this.directions = directions;
        this.matrices = matrices;
        this.hasLine = hasLine;
    }

    /** Counts the runs of {@code levels} along the 13 directions of {@link Neighborhood#adjacent()}. */
    public static Glrlm of(GrayLevels levels) {
        return of(levels, Neighborhood.adjacent());
    }

    /**
     * Counts the runs of {@code levels} along some directions.
     *
     * @param neighborhood names the directions: a run steps from neighbor to neighbor
     */
    public static Glrlm of(GrayLevels levels, Neighborhood neighborhood) {
        RegionOfInterest region = levels.region();
        PresentLevels present = levels.present();
        int[] bordered = present.bordered();
        int[] positions = region.positions();
        int[] levelsInUse = present.levels();
        IntFunction<SizeMatrix> runs = GlrlmCarry.pays(levelsInUse.length, positions.length, region.box())
                ? new GlrlmCarry(levelsInUse, bordered, positions, region.box())::count
                : new GlrlmScan(levelsInUse, present.voxelCounts(), bordered, positions)::count;
        List<Offset> directions = neighborhood.directions();
        int[] steps = neighborhood.steps(region);
        List<SizeMatrix> matrices = new ArrayList<>(directions.size());
        boolean[] hasLine = new boolean[directions.size()];
        for (int d = 0; d < hasLine.length; d++) {
            SizeMatrix matrix = runs.apply(steps[d]);
            matrices.add(matrix);
            hasLine[d] = matrix.groupCount() < positions.length
                    || twoVoxelsTouch(bordered, positions, steps[d])
                    || twoVoxelsShareALine(region, positions, directions.get(d), steps[d]);
        }
        return new Glrlm(directions, List.copyOf(matrices), hasLine);
    }

    /**
     * Returns the sum of {@code parts}, direction by direction.
     *
     * @param parts of the same directions, of which no line is in two, such as slices; not empty
     */
    public static Glrlm sum(List<Glrlm> parts) {
        List<Offset> directions = parts.get(0).directions;
        List<SizeMatrix> matrices = new ArrayList<>(directions.size());
        boolean[] hasLine = new boolean[directions.size()];
        for (int i = 0; i < hasLine.length; i++) {
            int d = i;
            matrices.add(
                    SizeMatrix.sum(parts.stream().map(part -> part.matrix(d)).toList()));
            hasLine[d] = parts.stream().anyMatch(part -> part.hasLine(d));
        }
        return new Glrlm(directions, List.copyOf(matrices), hasLine);
    }

    private static boolean twoVoxelsTouch(int[] bordered, int[] positions, int step) {
        for (int position : positions) {
            if (bordered[position + step] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a line along {@code direction} holds two voxels, however far apart: lines are told by their start. */
    private static boolean twoVoxelsShareALine(RegionOfInterest region, int[] positions, Offset direction, int step) {
        int[] starts = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            int z = position / region.strideZ();
            int y = position % region.strideZ() / region.strideY();
            int x = position % region.strideY();
            int steps = Math.min(
                    stepsToBorder(x, direction.x(), region.box().sizeX()),
                    Math.min(
                            stepsToBorder(y, direction.y(), region.box().sizeY()),
                            stepsToBorder(z, direction.z(), region.box().sizeZ())));
            starts[i] = position - steps * step;
        }
        Arrays.sort(starts);
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] == starts[i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many steps back lead from {@code place}, 1 to {@code size}, to the border. */
    private static int stepsToBorder(int place, int direction, int size) {
        return switch (direction) {
            case 1 -> place;
            case -1 -> size + 1 - place;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Returns the directions, in order. */
    public List<Offset> directions() {
        return directions;
    }

    /** Returns the matrix of each direction, in order. */
    public List<SizeMatrix> matrices() {
        return matrices;
    }

    /** Returns the matrix of direction {@code d} of {@link #directions()}. */
    public SizeMatrix matrix(int d) {
        return matrices.get(d);
    }

    /**
     * Returns whether some line along direction {@code d} holds more than one voxel of the region, next to each other or
     * not. Where none does, all runs have length 1 and say nothing of texture: PyRadiomics leaves such a direction out,
     * IBSI does not.
     */
    public boolean hasLine(int d) {
        return hasLine[d];
    }

    /** Returns the matrices of the directions with {@link #hasLine}, in order: those that PyRadiomics averages over. */
    public List<SizeMatrix> matricesWithLines() {
        List<SizeMatrix> kept = new ArrayList<>(matrices.size());
        for (int d = 0; d < hasLine.length; d++) {
            if (hasLine[d]) {
                kept.add(matrices.get(d));
            }
        }
        return kept;
    }

    /** Returns the sum of {@link #matricesWithLines()} (IBSI 3D merged, IAZD). */
    public SizeMatrix merged() {
        return SizeMatrix.sum(matricesWithLines());
    }
}
