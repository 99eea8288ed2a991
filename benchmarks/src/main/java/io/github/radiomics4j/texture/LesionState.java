package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Gray levels of an integer phantom's lesion. */
@State(Scope.Benchmark)
public class LesionState {
    /** Voxels in the lesion, about. */
    @Param({"25000", "100000"})
    public int voxels;

    /** Number of gray levels; 8 gives long runs and large zones. */
    @Param({"40", "200"})
    public int levels;

    RegionOfInterest region;
    GrayLevels grayLevels;
    int[] bordered;
    int[] positions;

    /** Builds the phantom. */
    @Setup
    public void build() {
        // The lesion fills 0.163 of a grid with these proportions.
        double scale = Math.cbrt(voxels / (0.163 * 64 * 60 * 50));
        Size size = new Size((int) (64 * scale), (int) (60 * scale), (int) (50 * scale));
        Grid grid = new Grid(size, new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        Mask mask = IntegerPhantom.mask(grid);
        region = RegionOfInterest.of(mask, 1);
        grayLevels = new FixedBinCount(levels).apply(region, region.intensities(IntegerPhantom.image(grid, 7)));
        bordered = grayLevels.bordered();
        positions = region.positions();
    }
}
