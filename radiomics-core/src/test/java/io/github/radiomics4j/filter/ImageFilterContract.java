package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ImageFilter} must keep, ours and strangers'. Subclass it, return the filter, and add what only that
 * filter promises. Needs JUnit Jupiter and AssertJ on the test class path.
 */
public abstract class ImageFilterContract {

    /** Returns the filter under test. */
    protected abstract ImageFilter filter();

    /** Returns images large enough for the filter to leave nothing out: integers, 32-bit and 64-bit floats. */
    protected List<ImageVolume> volumes() {
        ImageVolume floats = IntegerPhantom.B.image();
        double[] values = floats.toDoubles();
        float[] singles = new float[values.length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = (float) values[i];
        }
        return List.of(IntegerPhantom.A.image(), floats, ImageVolume.of(floats.grid(), singles));
    }

    @Test
    public void theImageIsNotModified() {
        for (ImageVolume volume : volumes()) {
            String before = volume.sha1();
            filter().apply(volume);
            filter().apply(volume, someBox(volume.grid().size()), Execution.sequential());
            assertThat(volume.sha1()).isEqualTo(before);
        }
    }

    @Test
    public void theWantedBoxIsTheCropOfTheWhole() {
        for (ImageVolume volume : volumes()) {
            Size size = volume.grid().size();
            FilterResult whole = filter().apply(volume);
            for (BoundingBox wanted : List.of(
                    volume.grid().box(),
                    someBox(size),
                    new BoundingBox(0, 0, 0, 1, 1, 1),
                    new BoundingBox(size.x() - 1, size.y() - 1, size.z() - 1, 1, 1, 1),
                    new BoundingBox(0, 0, size.z() / 2, size.x(), size.y(), 1))) {
                FilterResult part = filter().apply(volume, wanted, Execution.sequential());
                assertSame(part, cropped(whole, wanted), wanted.toString());
            }
        }
    }

    @Test
    public void theBitsAreTheSameForAnyNumberOfThreads() {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (ImageVolume volume : volumes()) {
                BoundingBox wanted = someBox(volume.grid().size());
                FilterResult alone = filter().apply(volume, wanted, Execution.sequential());
                for (int threads : new int[] {1, 2, 8}) {
                    Execution execution = Execution.on(pool).withMaximumThreads(threads);
                    assertSame(filter().apply(volume, wanted, execution), alone, threads + " threads");
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    public void namesAreUniqueAndFitIntoAColumnName() {
        for (ImageVolume volume : volumes()) {
            List<String> names = filter().apply(volume).images().stream()
                    .map(NamedVolume::name)
                    .toList();
            assertThat(names).isNotEmpty().doesNotHaveDuplicates();
            // The first underscore ends the filter's part of a column name; the rest would need quotes in CSV.
            assertThat(names).allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9.+-]+"));
        }
    }

    @Test
    public void theNamesArePromisedBeforehand() {
        for (ImageVolume volume : volumes()) {
            assertThat(filter().apply(volume).images())
                    .extracting(NamedVolume::name)
                    .isEqualTo(filter().imageNames());
        }
    }

    @Test
    public void imagesKeepTheGrid() {
        for (ImageVolume volume : volumes()) {
            assertThat(filter().apply(volume).images())
                    .allSatisfy(image -> assertThat(image.volume().grid()).isEqualTo(volume.grid()));
        }
    }

    @Test
    public void whatIsLeftOutOfASmallVolumeHasAReason() {
        ImageVolume large = IntegerPhantom.A.image();
        int usual = filter().apply(large).images().size();
        for (BoundingBox box : List.of(
                new BoundingBox(9, 9, 9, 1, 1, 1),
                new BoundingBox(9, 9, 9, 2, 2, 2),
                new BoundingBox(9, 9, 9, 3, 5, 1))) {
            FilterResult small = filter().apply(large.crop(box));
            if (small.images().size() < usual) {
                assertThat(small.skipped()).isNotEmpty();
            }
            assertThat(small.skipped()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        }
    }

    @Test
    public void aConstantImageIsFiltered() {
        Grid grid = IntegerPhantom.A.image().grid();
        double[] values = new double[Math.toIntExact(grid.size().voxelCount())];
        Arrays.fill(values, 7);
        assertThat(filter().apply(ImageVolume.of(grid, values)).images()).isNotEmpty();
    }

    @Test
    public void cancelledWorkEndsInACancellationException() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        ImageVolume volume = volumes().get(0);
        Execution execution = Execution.sequential().withCancellation(cancellation);
        assertThatThrownBy(() -> filter().apply(volume, volume.grid().box(), execution))
                .isInstanceOf(CancellationException.class);
    }

    /** A box that is neither at the border nor of even size, so that halves and rounding show. */
    private static BoundingBox someBox(Size size) {
        return new BoundingBox(3, 2, 1, size.x() / 2 | 1, size.y() / 2 | 1, size.z() / 2 | 1);
    }

    private static FilterResult cropped(FilterResult whole, BoundingBox box) {
        return new FilterResult(
                whole.images().stream()
                        .map(image ->
                                new NamedVolume(image.name(), image.volume().crop(box)))
                        .toList(),
                whole.skipped());
    }

    private static void assertSame(FilterResult found, FilterResult expected, String what) {
        assertThat(found.skipped()).as(what).isEqualTo(expected.skipped());
        assertThat(found.images())
                .as(what)
                .extracting(NamedVolume::name)
                .isEqualTo(expected.images().stream().map(NamedVolume::name).toList());
        for (int i = 0; i < found.images().size(); i++) {
            ImageVolume image = found.images().get(i).volume();
            ImageVolume other = expected.images().get(i).volume();
            String which = found.images().get(i).name() + ", " + what;
            assertThat(image.grid()).as(which).isEqualTo(other.grid());
            assertThat(image.type()).as(which).isEqualTo(other.type());
            assertThat(image.sha1()).as(which).isEqualTo(other.sha1());
        }
    }
}
