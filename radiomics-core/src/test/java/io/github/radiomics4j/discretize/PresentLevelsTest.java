package io.github.radiomics4j.discretize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import org.junit.jupiter.api.Test;

class PresentLevelsTest {
    @Test
    void levelsThatOccurHaveRanksAndTheOthersNone() {
        PresentLevels present = levels(7, 2, 7, 9).present();
        assertThat(present.count()).isEqualTo(3);
        assertThat(present.levels()).containsExactly(2, 7, 9);
        assertThat(present.ranks()).containsExactly(1, 0, 1, 2);
        assertThat(present.voxelCounts()).containsExactly(1, 2, 1);
    }

    @Test
    void millionsOfLevelsAreRankedBySorting() {
        PresentLevels present = levels(9_000_000, 2, 2, 9_000_000, 5).present();
        assertThat(present.levels()).containsExactly(2, 5, 9_000_000);
        assertThat(present.ranks()).containsExactly(2, 0, 0, 2, 1);
        assertThat(present.voxelCounts()).containsExactly(2, 1, 2);
    }

    @Test
    void theBorderAndVoxelsOutsideHaveNoRank() {
        Grid grid = Grid.of(new Size(3, 1, 1), Spacing.isotropic(1));
        VoxelSet ends = (x, y, z) -> x != 1;
        GrayLevels levels = GrayLevels.of(RegionOfInterest.of(ends.on(grid), 1), new int[] {8, 4});
        int[] row = new int[5 * 3 * 3];
        row[levels.region().position(0)] = 2;
        row[levels.region().position(1)] = 1;
        assertThat(levels.present().bordered()).isEqualTo(row);
    }

    private static GrayLevels levels(int... levels) {
        Grid grid = Grid.of(new Size(levels.length, 1, 1), Spacing.isotropic(1));
        VoxelSet all = (x, y, z) -> true;
        return GrayLevels.of(RegionOfInterest.of(all.on(grid), 1), levels);
    }
}
