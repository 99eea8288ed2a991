package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import org.junit.jupiter.api.Test;

/** A sound filter passes; a filter that breaks a rule is found out by the rule's own test. */
class ImageFilterContractTest extends ImageFilterContract {
    @Override
    protected ImageFilter filter() {
        return new Doubling("doubled");
    }

    @Test
    void aNameWithAnUnderscoreIsFound() {
        assertThatThrownBy(of(new Doubling("doubled_twice"))::namesAreUniqueAndFitIntoAColumnName)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("doubled_twice");
    }

    @Test
    void twoImagesOfOneNameAreFound() {
        ImageFilter twins = new Simple() {
            @Override
            public FilterResult apply(ImageVolume volume) {
                return FilterResult.of(new NamedVolume("twin", volume), new NamedVolume("twin", volume));
            }
        };
        assertThatThrownBy(of(twins)::namesAreUniqueAndFitIntoAColumnName).isInstanceOf(AssertionError.class);
    }

    @Test
    void aWantedBoxThatIsFilteredAfterTheCropIsFound() {
        ImageFilter myopic = new Simple() {
            @Override
            public FilterResult apply(ImageVolume volume) {
                double[] values = volume.toDoubles();
                double first = values[0];
                for (int i = 0; i < values.length; i++) {
                    values[i] -= first;
                }
                return FilterResult.of(new NamedVolume("shifted", ImageVolume.of(volume.grid(), values)));
            }

            @Override
            public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
                return apply(volume.crop(wanted));
            }
        };
        assertThatThrownBy(of(myopic)::theWantedBoxIsTheCropOfTheWhole).isInstanceOf(AssertionError.class);
    }

    @Test
    void aLostGridIsFound() {
        ImageFilter cropping = new Simple() {
            @Override
            public FilterResult apply(ImageVolume volume) {
                return FilterResult.of(new NamedVolume("smaller", volume.crop(new BoundingBox(0, 0, 0, 1, 1, 1))));
            }
        };
        assertThatThrownBy(of(cropping)::imagesKeepTheGrid).isInstanceOf(AssertionError.class);
    }

    @Test
    void aFilterThatDoesNotListenIsFound() {
        ImageFilter deaf = new Simple() {
            @Override
            public FilterResult apply(ImageVolume volume) {
                return FilterResult.of(new NamedVolume("same", volume));
            }

            @Override
            public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
                return apply(volume);
            }
        };
        assertThatThrownBy(of(deaf)::cancelledWorkEndsInACancellationException).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatIsLeftOutWithoutAReasonIsFound() {
        ImageFilter silent = new Simple() {
            @Override
            public FilterResult apply(ImageVolume volume) {
                return volume.grid().size().x() < 4
                        ? FilterResult.of()
                        : FilterResult.of(new NamedVolume("same", volume));
            }
        };
        assertThatThrownBy(of(silent)::whatIsLeftOutOfASmallVolumeHasAReason).isInstanceOf(AssertionError.class);
    }

    private static ImageFilterContract of(ImageFilter filter) {
        return new ImageFilterContract() {
            @Override
            protected ImageFilter filter() {
                return filter;
            }
        };
    }

    private abstract static class Simple implements ImageFilter {
        @Override
        public String name() {
            return "Simple";
        }
    }

    private record Doubling(String imageName) implements ImageFilter {
        @Override
        public String name() {
            return "Doubling";
        }

        @Override
        public FilterResult apply(ImageVolume volume) {
            double[] values = volume.toDoubles();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 2;
            }
            return FilterResult.of(new NamedVolume(imageName, ImageVolume.of(volume.grid(), values)));
        }
    }
}
