package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Neighborhoods, and what the matrices say about themselves. */
class NeighborTexturesTest {
    @Test
    void directionsAreInTheOrderOfPyRadiomics() {
        assertThat(Neighborhood.adjacent().directions())
                .startsWith(new Offset(1, 1, 1), new Offset(0, 1, 1), new Offset(-1, 1, 1), new Offset(1, 0, 1))
                .endsWith(new Offset(1, 1, 0), new Offset(0, 1, 0), new Offset(-1, 1, 0), new Offset(1, 0, 0))
                .hasSize(13);
    }

    @Test
    void aDirectionIsOneStepAndComesOnce() {
        assertThatThrownBy(() -> new Neighborhood(List.of())).hasMessageContaining("found none");
        assertThatThrownBy(() -> Glrlm.of(TexturePhantoms.digital(), Neighborhood.of(2)))
                .hasMessageContaining("one voxel long");
        assertThatThrownBy(() -> new Neighborhood(List.of(new Offset(0, 0, 0)))).hasMessageContaining("distance 1");
        assertThatThrownBy(() -> new Neighborhood(List.of(new Offset(1, 0, 0), new Offset(-1, 0, 0))))
                .hasMessageContaining("forward or back");
    }

    @Test
    void aNeighborhoodInThePlaneSeesNoOtherSlice() {
        GrayLevels levels = TexturePhantoms.levels(new Size(2, 1, 2), 1, 1, 1, 1);
        Neighborhood row = new Neighborhood(List.of(new Offset(1, 0, 0)));
        assertThat(Glcm.of(levels, row, true).matrix(0)).isEqualTo(new int[][] {{4}});
        Gldm gldm = Gldm.of(levels, row);
        assertThat(gldm.largestDependence()).isEqualTo(3);
        assertThat(gldm.count(0, 2)).isEqualTo(4);
    }

    @Test
    void countingPairsOfVeryManyLevelsCanBeCancelled() {
        GrayLevels levels = TexturePhantoms.levels(new Size(3, 1, 1), 1, 9_000_000, 2);
        Cancellation cancellation = Cancellation.create();
        Execution execution = Execution.sequential().withCancellation(cancellation);
        cancellation.cancel();
        assertThatThrownBy(() ->
                        NeighborCounts.of(levels, Neighborhood.adjacent(), Set.of(NeighborTexture.GLCM), execution))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aVoxelAloneHasNoPairsAndNoDifference() {
        GrayLevels levels = TexturePhantoms.levels(new Size(3, 1, 1), 2, 0, 5);
        Glcm glcm = Glcm.of(levels, Neighborhood.adjacent(), true);
        Ngtdm ngtdm = Ngtdm.of(levels, Neighborhood.adjacent());
        assertThat(glcm.firstCell(13)).isZero();
        assertThat(glcm.total(12)).isZero();
        assertThat(glcm.levelCount()).isEqualTo(5);
        assertThat(glcm.presentLevelCount()).isEqualTo(2);
        assertThat(ngtdm.levelCount()).isEqualTo(5);
        assertThat(ngtdm.count(1)).isEqualTo(1);
        assertThat(ngtdm.countWithoutNeighbors(1)).isEqualTo(1);
        assertThat(ngtdm.difference(1)).isZero();
    }

    @Test
    void theLargestLevelsTakeNoMoreMemoryThanTheSmallest() {
        int top = GrayLevels.MAXIMUM_LEVELS;
        GrayLevels levels = TexturePhantoms.levels(new Size(3, 1, 1), top, top - 1, top);
        Glcm glcm = Glcm.of(levels, Neighborhood.adjacent(), true);
        assertThat(glcm.firstCell(13)).isEqualTo(1);
        assertThat(glcm.row(0)).isEqualTo(top - 1);
        assertThat(glcm.column(0)).isEqualTo(top);
        assertThat(glcm.count(0)).isEqualTo(2);
        assertThat(glcm.toString()).contains("16777216 levels", "symmetric");
        assertThatThrownBy(() -> glcm.matrix(0)).hasMessageContaining("at most 16384");
    }

    @Test
    void whatWasNotWantedIsNotCounted() {
        GrayLevels levels = TexturePhantoms.digital();
        NeighborCounts counts = NeighborCounts.of(levels, Neighborhood.adjacent(), Set.of(NeighborTexture.GLDM));
        assertThat(counts.counted()).containsExactly(NeighborTexture.GLDM);
        assertThatThrownBy(() -> counts.glcm(true)).hasMessageContaining("GLCM was not among the wanted");
        assertThatThrownBy(counts::ngtdm).hasMessageContaining("NGTDM was not among the wanted");
    }

    @Test
    void dependencesRunFromOneToTwentySeven() {
        Gldm gldm = Gldm.of(TexturePhantoms.digital(), Neighborhood.adjacent());
        assertThat(gldm.levelCount()).isEqualTo(6);
        assertThatThrownBy(() -> gldm.count(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> gldm.count(0, 28)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void sumsOfTheHighestLevelsOfFullMatricesAreWhole() {
        Size size = new Size(40, 34, 30);
        int[] box = new int[40 * 34 * 30];
        Arrays.setAll(box, v -> 511 - v % 3);
        GrayLevels levels = TexturePhantoms.levels(size, box);
        assertThat(NeighborSweep.isDense(511, box.length, 13)).isTrue();
        Ngtdm together = NeighborCounts.of(levels, Neighborhood.adjacent(), EnumSet.allOf(NeighborTexture.class))
                .ngtdm();
        Ngtdm alone = Ngtdm.of(levels, Neighborhood.adjacent());
        for (int rank = 0; rank < 3; rank++) {
            assertThat(together.difference(rank)).isEqualTo(alone.difference(rank));
        }
        assertThat(alone.difference(0)).isPositive();
    }
}
