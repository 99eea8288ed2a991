package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which voxels are neighbors: some directions, each of which reaches one voxel forward and one back.
 *
 * @param directions one of each pair of opposite offsets
 */
public record Neighborhood(List<Offset> directions) {
    /** The largest distance of {@link #of(int...)}, in voxels. */
    public static final int LARGEST_DISTANCE = 20;

    private static final Neighborhood ADJACENT = of(1);

    /** Checks that there is a direction, that each leads somewhere and that none comes twice, forward or back. */
    public Neighborhood {
        directions = List.copyOf(directions);
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("a neighborhood needs a direction, found none");
        }
        Set<Offset> seen = new HashSet<>();
        for (Offset direction : directions) {
            if (direction.distance() < 1) {
                throw new IllegalArgumentException(
                        "a direction must have Chebyshev distance 1 or more, found " + direction);
            }
            if (!seen.add(direction) || !seen.add(direction.opposite())) {
                throw new IllegalArgumentException(
                        "a direction must come once, forward or back, found again " + direction + " in " + directions);
            }
        }
    }

    /** Returns the 26 voxels around a voxel: 13 directions, in PyRadiomics' order. */
    public static Neighborhood adjacent() {
        return ADJACENT;
    }

    /**
     * Returns the voxels at exactly some Chebyshev distances, PyRadiomics' {@code distances}: 13 directions for 1, 49 for
     * 2, 62 for both. In order of z, y, x from the largest distance down, z slowest, until (0, 0, 0).
     *
     * @param distances in voxels, 1 to 20
     */
    public static Neighborhood of(int... distances) {
        boolean[] wanted = new boolean[LARGEST_DISTANCE + 1];
        for (int distance : distances) {
            if (distance < 1 || distance > LARGEST_DISTANCE) {
                throw new IllegalArgumentException(
                        "distances must lie in 1 to " + LARGEST_DISTANCE + ", found " + Arrays.toString(distances));
            }
            wanted[distance] = true;
        }
        int reach = Arrays.stream(distances).max().orElse(0);
        int side = 2 * reach + 1;
        List<Offset> offsets = new ArrayList<>();
        for (int code = side * side * side - 1; code > side * side * side / 2; code--) {
            Offset offset = new Offset(code % side - reach, code / side % side - reach, code / side / side - reach);
            if (wanted[offset.distance()]) {
                offsets.add(offset);
            }
        }
        return new Neighborhood(offsets);
    }

    /**
     * Returns a copy without the directions that leave the planes across an axis: PyRadiomics' {@code force2D}.
     *
     * @param axis 0 (x), 1 (y) or 2 (z)
     */
    public Neighborhood inPlanesAcross(int axis) {
        if (axis < 0 || axis > 2) {
            throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
        }
        return new Neighborhood(directions.stream()
                .filter(d -> (axis == 0 ? d.x() : axis == 1 ? d.y() : d.z()) == 0)
                .toList());
    }

    /**
     * Returns a copy whose directions are {@code factor} times as long: pairs of voxels at a distance as IBSI has it, along
     * the 13 directions and no others.
     *
     * @param factor at least 1
     */
    public Neighborhood times(int factor) {
        return new Neighborhood(directions.stream()
                .map(d -> new Offset(factor * d.x(), factor * d.y(), factor * d.z()))
                .toList());
    }

    /** Returns the largest Chebyshev distance of a direction. */
    public int reach() {
        return directions.stream().mapToInt(Offset::distance).max().orElseThrow();
    }

    /** Returns the step of each direction, one voxel long, in the bordered box of {@code region}. */
    int[] steps(RegionOfInterest region) {
        if (reach() != 1) {
            throw new IllegalArgumentException("directions must be one voxel long here, found " + directions);
        }
        int[] steps = new int[directions.size()];
        for (int d = 0; d < steps.length; d++) {
            Offset offset = directions.get(d);
            steps[d] = offset.x() + region.strideY() * offset.y() + region.strideZ() * offset.z();
        }
        return steps;
    }
}
