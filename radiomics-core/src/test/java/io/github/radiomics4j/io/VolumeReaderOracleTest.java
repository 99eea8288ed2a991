package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files of other writers. */
class VolumeReaderOracleTest {
    @Test
    void phantomFilesHoldThePhantoms() throws IOException {
        for (IntegerPhantom phantom : IntegerPhantom.values()) {
            String name = "data/phantom/phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT);
            ImageVolume image = VolumeReader.withDefaults().readImage(Reference.path(name + "_image.nrrd"));
            assertThat(image.sha1()).isEqualTo(phantom.image().sha1());
            assertThat(image.grid()).isEqualTo(phantom.image().grid());
            assertThat(VolumeReader.withDefaults()
                            .readMask(Reference.path(name + "_label.nrrd"))
                            .sha1())
                    .isEqualTo(phantom.mask().sha1());
        }
    }
}
