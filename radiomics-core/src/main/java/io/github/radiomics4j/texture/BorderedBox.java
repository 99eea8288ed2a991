package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.RegionOfInterest;
import java.util.List;

/**
 * A region's box with a border as wide as the longest direction of a neighborhood, for kernels that look further than one
 * voxel: a neighbor is then at {@code position ± step} without a test of bounds.
 *
 * <p>Layout: as that of {@link RegionOfInterest}, with a border of r voxels in place of one. Directions longer than the box
 * have no pair of voxels and are left out, so that the border never exceeds the box.
 */
final class BorderedBox {
    private final List<Offset> directions;
    private final int[] positions;
    private final int[] steps;
    private final int strideY;
    private final int strideZ;
    private final int length;

    private BorderedBox(List<Offset> directions, int[] positions, int[] steps, int strideY, int strideZ, int length) {
        this.directions = directions;
        this.positions = positions;
        this.steps = steps;
        this.strideY = strideY;
        this.strideZ = strideZ;
        this.length = length;
    }

    /** Lays out {@code region} for {@code neighborhood}. */
    static BorderedBox of(RegionOfInterest region, Neighborhood neighborhood) {
        int sizeX = region.box().sizeX();
        int sizeY = region.box().sizeY();
        int sizeZ = region.box().sizeZ();
        List<Offset> directions = neighborhood.reach() == 1
                ? neighborhood.directions()
                : neighborhood.directions().stream()
                        .filter(d -> Math.abs(d.x()) < sizeX && Math.abs(d.y()) < sizeY && Math.abs(d.z()) < sizeZ)
                        .toList();
        int border = directions.stream().mapToInt(Offset::distance).max().orElse(1);
        int strideY = sizeX + 2 * border;
        int strideZ = Math.multiplyExact(strideY, sizeY + 2 * border);
        int length = Math.multiplyExact(strideZ, sizeZ + 2 * border);
        int[] positions = region.positions();
        if (border > 1) {
            for (int i = 0; i < positions.length; i++) {
                int x = positions[i] % region.strideY() - 1;
                int y = positions[i] % region.strideZ() / region.strideY() - 1;
                int z = positions[i] / region.strideZ() - 1;
                positions[i] = x + border + strideY * (y + border) + strideZ * (z + border);
            }
        }
        int[] steps = new int[directions.size()];
        for (int d = 0; d < steps.length; d++) {
            Offset offset = directions.get(d);
            steps[d] = offset.x() + strideY * offset.y() + strideZ * offset.z();
        }
        return new BorderedBox(directions, positions, steps, strideY, strideZ, length);
    }

    /** Returns the directions that fit into the box. */
    List<Offset> directions() {
        return directions;
    }

    /** Returns the position of each voxel, ascending; not to be modified. */
    int[] positions() {
        return positions;
    }

    /** Returns the step of each direction; not to be modified. */
    int[] steps() {
        return steps;
    }

    /** Returns the distance between neighbors along y. */
    int strideY() {
        return strideY;
    }

    /** Returns the distance between neighbors along z. */
    int strideZ() {
        return strideZ;
    }

    /** Returns {@code values} + {@code added} of the voxels in the box, 0 elsewhere, in a new array. */
    int[] lay(int[] values, int added) {
        int[] out = new int[length];
        for (int i = 0; i < positions.length; i++) {
            out[positions[i]] = values[i] + added;
        }
        return out;
    }
}
