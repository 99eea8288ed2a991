package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every texture matrix in every aggregation, and some further away. */
@ParameterizedClass
@MethodSource("families")
class TextureFamilyContractTest extends FeatureFamilyContract {
    @Parameter
    TextureFamily family;

    static Stream<TextureFamily> families() {
        return Stream.concat(
                Arrays.stream(TextureMatrix.values())
                        .flatMap(matrix -> matrix.aggregations().stream()
                                .map(aggregation -> TextureFamily.of(matrix, aggregation))),
                Stream.of(
                        TextureFamily.of(TextureMatrix.GLCM, Aggregation.AVERAGED_2D)
                                .withDistance(3),
                        TextureFamily.of(TextureMatrix.NGTDM, Aggregation.MERGED_2D)
                                .withDistance(2),
                        TextureFamily.of(TextureMatrix.NGLDM, Aggregation.MERGED_2D)
                                .withDistance(2)
                                .withCoarseness(1)));
    }

    @Override
    protected FeatureFamily family() {
        return family;
    }
}
