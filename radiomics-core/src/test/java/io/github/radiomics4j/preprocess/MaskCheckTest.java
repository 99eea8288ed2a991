package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.MaskCheck.Checked;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and in which words; the cases are those that PyRadiomics 3.0.1 refuses in {@code golden/edge}. */
class MaskCheckTest {
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();

    /**
     * @param golden name of the file that holds PyRadiomics' refusal
     * @param theirs what that file says
     * @param reason ours
     * @param message what ours says
     */
    record Refusal(String golden, String theirs, MaskCheck check, Mask mask, int label, Reason reason, String message) {
        @Override
        public String toString() {
            return golden;
        }
    }

    static List<Refusal> refusals() {
        MaskCheck defaults = MaskCheck.withDefaults();
        Mask lesion = IntegerPhantom.A.mask();
        return List.of(
                new Refusal(
                        "phantom_a__label9_absent",
                        "Label (9) not present in mask. Choose from [1 2]",
                        defaults,
                        lesion,
                        9,
                        Reason.LABEL_ABSENT,
                        "label 9 must occur in the mask, found labels (voxels) 1 (7664), 2 (24)"),
                new Refusal(
                        "phantom_a__onevoxel__default",
                        "mask only contains 1 segmented voxel",
                        defaults,
                        box(10, 10, 10, 1, 1, 1),
                        1,
                        Reason.TOO_FEW_DIMENSIONS,
                        "a region must have more than one voxel, label 1 has 1"),
                new Refusal(
                        "phantom_a__onevoxel_dim1__default",
                        "mask only contains 1 segmented voxel",
                        defaults.withMinimumRoiDimensions(1),
                        box(10, 10, 10, 1, 1, 1),
                        1,
                        Reason.TOO_FEW_DIMENSIONS,
                        "a region must have more than one voxel, label 1 has 1"),
                new Refusal(
                        "phantom_a__line__default",
                        "number of dimensions 1, minimum required 2",
                        defaults,
                        box(10, 10, 10, 5, 1, 1),
                        1,
                        Reason.TOO_FEW_DIMENSIONS,
                        "along 2 axes, found 1: its box is (5, 1, 1) voxels"),
                new Refusal(
                        "phantom_a__slice_dim3_refused",
                        "number of dimensions 2, minimum required 3",
                        defaults.withMinimumRoiDimensions(3),
                        box(10, 10, 10, 5, 4, 1),
                        1,
                        Reason.TOO_FEW_DIMENSIONS,
                        "along 3 axes, found 2: its box is (5, 4, 1) voxels"),
                new Refusal(
                        "phantom_a__minsize_refused",
                        "minimum size: 7664, ROI size: 7664",
                        defaults.withMinimumRoiSize(7664),
                        lesion,
                        1,
                        Reason.TOO_SMALL,
                        "label 1 must have more than 7664 voxels, found 7664"),
                new Refusal(
                        "phantom_a__finemask_refused__default",
                        "another physical space",
                        defaults,
                        onFinerGrid(),
                        1,
                        Reason.GRID_MISMATCH,
                        "spacing x 0.8 mm vs 0.4 mm"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatPyRadiomicsRefuses(Refusal refusal) throws IOException {
        assertThat(golden(refusal.golden())).contains(refusal.theirs());
        InvalidCaseException e = catchThrowableOfType(
                InvalidCaseException.class, () -> refusal.check().apply(IMAGE, refusal.mask(), refusal.label()));
        assertThat(e.reason()).isEqualTo(refusal.reason());
        assertThat(e).hasMessageContaining(refusal.message());
    }

    @Test
    void oneVoxelLessThanMinimumSizeIsEnough() {
        Checked checked = MaskCheck.withDefaults().withMinimumRoiSize(7663).apply(IMAGE, IntegerPhantom.A.mask(), 1);
        assertThat(checked.voxelCount()).isEqualTo(7664);
        assertThat(checked.corrected()).isFalse();
    }

    @Test
    void lineIsAcceptedWhenOneDimensionIsEnough() {
        Checked checked =
                MaskCheck.withDefaults().withMinimumRoiDimensions(1).apply(IMAGE, box(10, 10, 10, 5, 1, 1), 1);
        assertThat(checked.box().size()).isEqualTo(new Size(5, 1, 1));
    }

    @Test
    void emptyMaskIsToldFromAbsentLabel() {
        Mask empty = Mask.wrap(IMAGE.grid(), new byte[(int) IMAGE.grid().size().voxelCount()]);
        InvalidCaseException e =
                catchThrowableOfType(InvalidCaseException.class, () -> MaskCheck.requireLabel(empty, 1));
        assertThat(e.reason()).isEqualTo(Reason.EMPTY_MASK);
    }

    @Test
    void maskOnFinerGridIsCorrectedOnRequest() {
        Checked checked = MaskCheck.withDefaults().withCorrectMask(true).apply(IMAGE, onFinerGrid(), 1);
        assertThat(checked.corrected()).isTrue();
        assertThat(checked.mask().grid()).isEqualTo(IMAGE.grid());
        assertThat(checked.voxelCount()).isPositive();
    }

    @Test
    void smallShiftIsAcceptedWithinTheTolerance() {
        Grid grid = IMAGE.grid();
        Mask shifted = IntegerPhantom.A
                .mask()
                .withGrid(new Grid(
                        grid.size(),
                        grid.spacing(),
                        new Point(
                                grid.origin().x() + 1e-4,
                                grid.origin().y(),
                                grid.origin().z()),
                        grid.direction()));
        assertThatThrownBy(() -> MaskCheck.withDefaults().apply(IMAGE, shifted, 1))
                .isInstanceOf(InvalidCaseException.class)
                .hasMessageContaining("origin x");
        assertThat(MaskCheck.withDefaults()
                        .withGeometryTolerance(1e-3)
                        .apply(IMAGE, shifted, 1)
                        .voxelCount())
                .isEqualTo(7664);
    }

    @Test
    void sizeIsPartOfTheGrid() {
        Mask cut = IntegerPhantom.A.mask().crop(new io.github.radiomics4j.image.BoundingBox(0, 0, 0, 40, 36, 21));
        assertThatThrownBy(() -> MaskCheck.withDefaults().apply(IMAGE, cut, 1))
                .hasMessageContaining("size (40, 36, 22) vs (40, 36, 21)");
    }

    @Test
    void regionBeyondTheImageIsRefused() {
        Grid grid = IMAGE.grid();
        Mask shifted = box(0, 10, 10, 5, 5, 5)
                .withGrid(new Grid(
                        grid.size(),
                        grid.spacing(),
                        new Point(
                                grid.origin().x() - 0.8,
                                grid.origin().y(),
                                grid.origin().z()),
                        grid.direction()));
        InvalidCaseException e =
                catchThrowableOfType(InvalidCaseException.class, () -> MaskCheck.requireInside(grid, shifted, 1));
        assertThat(e.reason()).isEqualTo(Reason.OUTSIDE_IMAGE);
        assertThat(e).hasMessageContaining("along x it reaches from -1.5");
    }

    private static Mask box(int x0, int y0, int z0, int nx, int ny, int nz) {
        Size size = IMAGE.grid().size();
        byte[] labels = new byte[(int) size.voxelCount()];
        for (int z = z0; z < z0 + nz; z++) {
            for (int y = y0; y < y0 + ny; y++) {
                for (int x = x0; x < x0 + nx; x++) {
                    labels[x + size.x() * (y + size.y() * z)] = 1;
                }
            }
        }
        return Mask.wrap(IMAGE.grid(), labels);
    }

    private static Mask onFinerGrid() {
        Grid image = IMAGE.grid();
        Grid fine = new Grid(new Size(60, 60, 30), new Spacing(0.4, 0.4, 1.25), image.origin(), image.direction());
        return IntegerPhantom.mask(fine);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = MaskCheckTest.class.getResourceAsStream("/golden/edge/" + name + ".error")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
