package io.github.radiomics4j.reference;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;

/** The two phantoms of the Image Biomarker Standardisation Initiative, chapter 1. */
public enum IbsiPhantom {
    /** 5 × 4 × 4 voxels, made here (A. Zwanenburg, CC BY 4.0). */
    DIGITAL {
        @Override
        public ImageVolume image() {
            short[] voxels = new short[80];
            for (int i = 0; i < voxels.length; i++) {
                voxels[i] = (short) Character.digit(INTENSITIES.charAt(i), 10);
            }
            return ImageVolume.of(GRID, voxels);
        }

        @Override
        public Mask mask() {
            byte[] labels = new byte[80];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) (OUTSIDE.indexOf("," + i + ",") < 0 ? 1 : 0);
            }
            return Mask.of(GRID, labels);
        }
    },

    /** A lung tumor in CT, whose licence does not allow it here: read from the reference data. */
    CT {
        @Override
        public ImageVolume image() throws IOException {
            return VolumeReader.withDefaults().readImage(Reference.path(FILE + "image.nii.gz"));
        }

        @Override
        public Mask mask() throws IOException {
            return VolumeReader.withDefaults().readMask(Reference.path(FILE + "mask.nii.gz"));
        }
    };

    private static final String FILE = "reference/ibsi/ibsi1/phantoms/ct_radiomics_phantom/ct_radiomics_phantom_";
    private static final Grid GRID = Grid.of(new Size(5, 4, 4), Spacing.isotropic(2));

    /** Rows along x, y by y and z by z. */
    private static final String INTENSITIES = "14411" + "14611" + "41641" + "44641" //
            + "14411" + "11611" + "11311" + "44611" //
            + "14411" + "11111" + "11911" + "11611" //
            + "14411" + "11111" + "11111" + "11611";

    /** Flat indices of the six voxels that are not in the region. */
    private static final String OUTSIDE = ",30,43,44,52,63,64,";

    /** Returns the image. */
    public abstract ImageVolume image() throws IOException;

    /** Returns the mask, whose region is label 1. */
    public abstract Mask mask() throws IOException;
}
