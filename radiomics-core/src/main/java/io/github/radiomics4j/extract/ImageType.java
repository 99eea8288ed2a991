package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.filter.ImageFilter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A filter whose images features are computed from, and what is different for them.
 *
 * @param filter makes the images
 * @param discretization for these images; empty: as for all
 * @param families for these images; empty: as for all
 */
public record ImageType(
        ImageFilter filter, Optional<Discretization> discretization, Optional<List<FamilySelection>> families) {

    /** Copies the list. */
    public ImageType {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(discretization, "discretization");
        families = families.map(List::copyOf);
    }

    /** Returns the images of {@code filter}, treated as all others. */
    public static ImageType of(ImageFilter filter) {
        return new ImageType(filter, Optional.empty(), Optional.empty());
    }

    /** Returns a copy with a discretization of its own. */
    public ImageType withDiscretization(Discretization discretization) {
        return new ImageType(filter, Optional.of(discretization), families);
    }

    /** Returns a copy with families of its own. */
    public ImageType withFamilies(List<FamilySelection> families) {
        return new ImageType(filter, discretization, Optional.of(families));
    }
}
