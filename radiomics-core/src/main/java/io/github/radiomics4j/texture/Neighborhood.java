package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which voxels are neighbors: some directions, each of which reaches one voxel forward and one back.
 *
 * @param directions one of each pair of opposite offsets, all at Chebyshev distance 1
 */
public record Neighborhood(List<Offset> directions) {
    private static final Neighborhood ADJACENT = new Neighborhood(forwardOffsets());

    /** Checks that there is a direction, that each is one step and that none comes twice, forward or back. */
    public Neighborhood {
        directions = List.copyOf(directions);
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("a neighborhood needs a direction, found none");
        }
        Set<Offset> seen = new HashSet<>();
        for (Offset direction : directions) {
            if (direction.distance() != 1) {
                throw new IllegalArgumentException("a direction must have Chebyshev distance 1, found " + direction);
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

    /** z, y, x from 1 down to −1, z slowest, until (0, 0, 0): the first half of the 26 neighbors. */
    private static List<Offset> forwardOffsets() {
        List<Offset> offsets = new ArrayList<>();
        for (int code = 26; code > 13; code--) {
            offsets.add(new Offset(code % 3 - 1, code / 3 % 3 - 1, code / 9 - 1));
        }
        return offsets;
    }

    /** Returns the step of each direction in the bordered box of {@code region}. */
    int[] steps(RegionOfInterest region) {
        int[] steps = new int[directions.size()];
        for (int d = 0; d < steps.length; d++) {
            Offset offset = directions.get(d);
            steps[d] = offset.x() + region.strideY() * offset.y() + region.strideZ() * offset.z();
        }
        return steps;
    }
}
