package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small regions whose runs and zones can be told by eye. */
class RunsAndZonesTest {
    @Test
    void aLineOfOneLevelIsOneRunAlongItAndSingleVoxelsAcross() {
        Glrlm glrlm = Glrlm.of(TexturePhantoms.levels(new Size(5, 1, 1), 2, 2, 2, 2, 2));
        for (int d = 0; d < 13; d++) {
            boolean along = glrlm.directions().get(d).equals(new Offset(1, 0, 0));
            assertThat(glrlm.matrix(d).count(2, along ? 5 : 1)).isEqualTo(along ? 1 : 5);
            assertThat(glrlm.matrix(d).cellCount()).isEqualTo(1);
            assertThat(glrlm.hasLine(d)).isEqualTo(along);
        }
        assertThat(glrlm.matricesWithLines()).hasSize(1);
    }

    @Test
    void aGapEndsARunButLeavesTheLine() {
        Glrlm glrlm = Glrlm.of(
                TexturePhantoms.levels(new Size(5, 1, 1), 3, 0, 0, 0, 3),
                new Neighborhood(List.of(new Offset(1, 0, 0))));
        assertThat(glrlm.hasLine(0)).isTrue();
        assertThat(glrlm.matrix(0).count(3, 1)).isEqualTo(2);
    }

    @Test
    void voxelsThatShareNoLineLeaveNoDirection() {
        Glrlm glrlm = Glrlm.of(TexturePhantoms.levels(new Size(3, 2, 1), 1, 0, 0, 0, 0, 1));
        assertThat(glrlm.matricesWithLines()).isEmpty();
        assertThat(glrlm.merged().cellCount()).isZero();
        assertThat(glrlm.merged().maximumSize()).isZero();
    }

    @Test
    void zonesTouchByCorners() {
        SizeMatrix zones = Glszm.of(TexturePhantoms.levels(new Size(2, 2, 2), 1, 2, 2, 2, 2, 2, 2, 1))
                .matrix();
        assertThat(NaiveTextures.cells(zones)).isEqualTo(java.util.Map.of("1 2", 1L, "2 6", 1L));
    }

    @Test
    void runsAndZonesMayBeLongerThanTheTableOfSmallSizes() {
        int[] box = new int[200 * 3];
        Arrays.fill(box, 7);
        box[100] = 8;
        GrayLevels levels = TexturePhantoms.levels(new Size(200, 3, 1), box);
        SizeMatrix runs =
                Glrlm.of(levels, new Neighborhood(List.of(new Offset(1, 0, 0)))).matrix(0);
        assertThat(NaiveTextures.cells(runs))
                .isEqualTo(java.util.Map.of("7 200", 2L, "7 100", 1L, "7 99", 1L, "8 1", 1L));
        assertThat(NaiveTextures.cells(Glszm.of(levels).matrix())).isEqualTo(java.util.Map.of("7 599", 1L, "8 1", 1L));
    }

    @Test
    void asManyLevelsAsTheLimitNeedNoTableOfThem() {
        SizeMatrix zones = Glszm.of(TexturePhantoms.levels(new Size(3, 1, 1), 1, 1 << 24, 1 << 24))
                .matrix();
        assertThat(zones.count(1, 1)).isEqualTo(1);
        assertThat(zones.count(1 << 24, 2)).isEqualTo(1);
        assertThat(zones.count(2, 1)).isZero();
    }

    @Test
    void aTableOfRunsIsNeverMuchLargerThanTheRegion() {
        BoundingBox box = new BoundingBox(0, 0, 0, 60, 50, 40);
        assertThat(GlrlmCarry.pays(200, 25_000, box)).isTrue();
        assertThat(GlrlmCarry.pays(25_000, 25_000, box)).isFalse();
        assertThat(GlrlmCarry.pays(40, 50, new BoundingBox(0, 0, 0, 6, 5, 4))).isTrue();
    }
}
