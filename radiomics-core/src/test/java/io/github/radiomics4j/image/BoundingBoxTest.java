package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundingBoxTest {
    @Test
    void paddingIsCutAtTheBordersOfTheVolume() {
        BoundingBox box = new BoundingBox(2, 0, 5, 3, 4, 1);
        assertThat(box.padWithin(0, new Size(10, 10, 10))).isEqualTo(box);
        assertThat(box.padWithin(1, new Size(10, 10, 10))).isEqualTo(new BoundingBox(1, 0, 4, 5, 5, 3));
        assertThat(box.padWithin(100, new Size(6, 4, 9))).isEqualTo(new BoundingBox(0, 0, 0, 6, 4, 9));
        assertThat(box.padWithin(Integer.MAX_VALUE, new Size(6, 4, 9))).isEqualTo(new BoundingBox(0, 0, 0, 6, 4, 9));
    }

    @Test
    void aBoxIsWithinAVolumeThatItFills() {
        BoundingBox box = new BoundingBox(1, 2, 3, 4, 4, 4);
        assertThat(box.isWithin(new Size(5, 6, 7))).isTrue();
        assertThat(box.isWithin(new Size(4, 6, 7))).isFalse();
        assertThat(box.isWithin(new Size(5, 5, 7))).isFalse();
        assertThat(box.isWithin(new Size(5, 6, 6))).isFalse();
        assertThat(new BoundingBox(Integer.MAX_VALUE, 0, 0, Integer.MAX_VALUE, 1, 1).isWithin(new Size(5, 5, 5)))
                .isFalse();
    }

    @Test
    void dimensionsAreTheAxesWithMoreThanOneVoxel() {
        assertThat(new BoundingBox(0, 0, 0, 1, 1, 1).dimensions()).isZero();
        assertThat(new BoundingBox(0, 0, 0, 1, 9, 1).dimensions()).isEqualTo(1);
        assertThat(new BoundingBox(0, 0, 0, 2, 1, 2).dimensions()).isEqualTo(2);
        assertThat(new BoundingBox(0, 0, 0, 2, 2, 2).dimensions()).isEqualTo(3);
    }

    @Test
    void startAndSizeAreReadByAxis() {
        BoundingBox box = new BoundingBox(1, 2, 3, 4, 5, 6);
        assertThat(new int[] {box.start(0), box.start(1), box.start(2)}).containsExactly(1, 2, 3);
        assertThat(box.size()).isEqualTo(new Size(4, 5, 6));
        assertThatThrownBy(() -> box.start(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBoxWithoutVoxelsOrBelow0IsRefused() {
        assertThatThrownBy(() -> new BoundingBox(0, -1, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, -1, 0)");
        assertThatThrownBy(() -> new BoundingBox(0, 0, 0, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1, 1, 0)");
    }
}
