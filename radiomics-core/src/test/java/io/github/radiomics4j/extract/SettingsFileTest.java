package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import io.github.radiomics4j.reference.GoldenValues;
import io.github.radiomics4j.texture.Neighborhood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "settings.md");
    private static final String START = "radiomics4j: 1\n";

    private static SettingsFile parsed(String text) {
        return SettingsFile.parse(text, "settings.yaml");
    }

    private static ExtractionSettings extraction(String keys) {
        return parsed(START + "extraction:\n" + keys.indent(2)).settings();
    }

    @Test
    void aFileThatSaysNothingIsTheConvention() {
        assertThat(parsed(START).settings()).isEqualTo(ExtractionSettings.pyradiomics());
        assertThat(parsed(START + "convention: pyradiomics\npreprocess: []\nextraction:\n")
                        .settings())
                .isEqualTo(ExtractionSettings.pyradiomics());
    }

    @Test
    void ibsiIsAConvention() {
        assertThat(parsed(START + "convention: ibsi\n").settings()).isEqualTo(ExtractionSettings.ibsi());
    }

    @Test
    void stepsAreNamedInAListOrHaveOptions() {
        ExtractionSettings expected = ExtractionSettings.pyradiomics()
                .withSteps(N4BiasCorrection.withDefaults(), ZScoreNormalization.withDefaults());
        assertThat(parsed(START + "preprocess: [n4, zScore]\n").settings()).isEqualTo(expected);
        assertThat(parsed(START + "preprocess: {n4: {}, zScore: {}}\n").settings())
                .isEqualTo(expected);
        assertThat(parsed(START + "preprocess: {n4: {shrink: [2, 2, 1]}, n4-2: {}}\n")
                        .settings()
                        .steps())
                .containsExactly(N4BiasCorrection.withDefaults().withShrink(2, 2, 1), N4BiasCorrection.withDefaults());
    }

    @Test
    void thePresetsAreWrittenAndReadBack() {
        List<ExtractionSettings> presets = new ArrayList<>(
                List.of(ExtractionSettings.pyradiomics(), ExtractionSettings.ki67(), ExtractionSettings.ibsi()));
        for (IbsiConfiguration configuration : IbsiConfiguration.values()) {
            presets.add(configuration.settings());
        }
        for (ExtractionSettings settings : presets) {
            assertThat(parsed(SettingsFile.of(settings).text()).settings()).isEqualTo(settings);
        }
    }

    @Test
    void theTextIsReadable() {
        assertThat(SettingsFile.of(ExtractionSettings.ki67()
                                .withFamilies(
                                        FamilySelection.of(GlcmFamily.withDefaults(), List.of("Contrast", "Idm"))))
                        .text())
                .isEqualTo("""
                        radiomics4j: 1
                        convention: pyradiomics
                        extraction:
                          label: 1
                          minimumROIDimensions: 2
                          correctMask: false
                          normalize: true
                          normalizeScale: 100
                          resampledPixelSpacing: [1, 1, 1]
                          interpolator: sitkBSpline
                          padDistance: 5
                          gridAlignment: corner
                          intensityRounding: toward_zero
                          maskInterpolation: nearest_neighbor
                          preCrop: false
                          binWidth: 5
                          binAnchor: zero
                          additionalInfo: true
                          maximumVoxels: 1073741824
                          maximumGrayLevels: 1048576
                          imageType:
                            Original: {}
                            LoG:
                              sigma: [2.0, 3.0, 4.0, 5.0]
                            Wavelet:
                              wavelet: coif1
                              start_level: 0
                              level: 1
                              force2D: false
                          featureClass:
                            glcm:
                              symmetricalGLCM: true
                              weightingNorm: null
                              distances: [1]
                              force2D: false
                              features: [Contrast, Idm]
                        """);
    }

    @Test
    void aFileOfPyRadiomicsIsReadToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("params.yaml"), GoldenValues.text("config/ki67_1mm.yaml"));
        SettingsFile read = SettingsFile.read(file);
        assertThat(read.kind()).isEqualTo(SettingsFile.Kind.PYRADIOMICS);
        assertThat(read.settings()).isEqualTo(ExtractionSettings.ki67());
        Path ours = folder.resolve("settings.yaml");
        read.write(ours);
        assertThat(SettingsFile.read(ours)).isEqualTo(SettingsFile.of(ExtractionSettings.ki67()));
    }

    @Test
    void everyKeyActsInItsPlace() {
        assertThat(extraction("binCount: 32").discretization()).isEqualTo(new FixedBinCount(32));
        assertThat(extraction("{binWidth: 0.1, binAnchor: range_minimum}").discretization())
                .isEqualTo(new FixedBinWidth(0.1, WidthAnchor.RANGE_MINIMUM));
        assertThat(extraction("{normalize: true, removeOutliers: 3}").normalization())
                .contains(Normalization.withDefaults().withRemoveOutliers(3));
        assertThat(extraction("{preCrop: true, padDistance: 7}").cropping()).contains(new Cropping(7));
        assertThat(extraction("{preCrop: true, padDistance: 7, cropDistance: 8}")
                        .cropping())
                .contains(new Cropping(8));
        assertThat(extraction("featureClass: {firstorder: {kurtosis: excess}, glcm: {distances: [1, 2]}}")
                        .families())
                .containsExactly(
                        FamilySelection.allOf(
                                FirstOrderFamily.withDefaults().withKurtosis(FirstOrderFamily.Kurtosis.EXCESS)),
                        FamilySelection.allOf(GlcmFamily.withDefaults().withNeighborhood(Neighborhood.of(1, 2))));
        assertThat(extraction("featureClass: {glcm: [Idm]}").families())
                .containsExactly(FamilySelection.of(GlcmFamily.withDefaults(), List.of("Idm")));
        assertThat(extraction("featureClass: {}").families()).isEmpty();
        assertThat(extraction("imageType: {LoG: {sigma: [2, 2.0, '2.50', '3 three']}}")
                        .imageTypes()
                        .get(0)
                        .filter()
                        .imageNames())
                .containsExactly(
                        "log-sigma-2-mm-3D", "log-sigma-2-0-mm-3D", "log-sigma-2-50-mm-3D", "log-sigma-three-mm-3D");
    }

    @Test
    void anImageTypeHasBinsAndFamiliesOfItsOwn() {
        List<ImageType> types = extraction("""
                        binWidth: 10
                        binAnchor: range_minimum
                        imageType:
                          Original: {binWidth: 5}
                          LoG: {sigma: [1.0], binCount: 16}
                          LoG-2: {sigma: [2.0], featureClass: {firstorder: }}
                        """).imageTypes();
        assertThat(types)
                .containsExactly(
                        ImageType.of(new Original())
                                .withDiscretization(new FixedBinWidth(5, WidthAnchor.RANGE_MINIMUM)),
                        ImageType.of(LaplacianOfGaussian.of(1)).withDiscretization(new FixedBinCount(16)),
                        ImageType.of(LaplacianOfGaussian.of(2))
                                .withFamilies(List.of(FamilySelection.allOf(FirstOrderFamily.withDefaults()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    extraction: {binWidht: 5}|extraction.binWidht|did you mean binWidth?
                    extraction: {binWidth: 5, binWidth: 6}|extraction.binWidth|a second time
                    extraction: {binWidth: wide}|extraction.binWidth|must be a number
                    extraction: {binWidth: '5'}|extraction.binWidth|must be a number, found the text
                    extraction: {binWidth: 0}|extraction.binWidth|positive
                    extraction: {binWidth: {}}|extraction.binWidth|found a section
                    extraction: {binWidth: }|extraction.binWidth|found nothing
                    extraction: {binWidth: 5, binCount: 5}|extraction.binCount|alone
                    extraction: {label: 0}|extraction.label|at least 1
                    extraction: {normalize: 1}|extraction.normalize|true or false
                    extraction: {maximumVoxels: 0}|extraction.maximumVoxels|positive
                    extraction: {resampledPixelSpacing: [1]}|extraction.resampledPixelSpacing|three numbers
                    extraction: {resegmentRange: [5, 1]}|extraction.resegmentRange|in order
                    extraction: {imageType: {}}|extraction.imageType|must name an image type
                    extraction: {imageType: {Log: {}}}|extraction.imageType.Log|did you mean LoG?
                    extraction: {imageType: {LoG: {}}}|extraction.imageType.LoG|must have the key sigma
                    extraction: {imageType: {Original: {sigma: [1]}}}|extraction.imageType.Original.sigma|option of imageType.LoG
                    extraction: {imageType: {Wavelet: {wavelet: haarr}}}|extraction.imageType.Wavelet.wavelet|haar
                    extraction: {gldm_a: 1}|extraction.gldm_a|option of featureClass.gldm
                    extraction: {featureClass: {glcm: []}}|extraction.featureClass.glcm|must name a feature
                    extraction: {featureClass: {glcm: [Idm, Idm]}}|extraction.featureClass.glcm[1]|twice
                    extraction: {featureClass: {glcm: [Nothing]}}|extraction.featureClass.glcm[0]|has no feature
                    extraction: {featureClass: {glszm: {directions: [[2, 0, 0]]}}}|extraction.featureClass.glszm.directions|one voxel
                    extraction: {featureClass: {glcm: {directions: [[1, 0, 0], [-1, 0, 0]]}}}|extraction.featureClass.glcm.directions|once
                    binWidth: 5|binWidth|it stands in extraction
                    convention: my|convention|is no convention: my
                    preprocess: [n4, zscore]|preprocess[1]|is no step before the extraction (did you mean zScore?)
                    preprocess: {minMax: {lower: 2, upper: 1}}|preprocess.minMax|must be finite and in order
                    preprocess: {n4: {shrink: [1, 1]}}|preprocess.n4.shrink|must have three whole numbers
                    preprocess: {nyul: {scope: image}}|preprocess.nyul|must have the key percentiles
                    preprocess: {nyul: {percentiles: [1, 99], landmarks: [2, 1], scope: image}}|preprocess.nyul|must be finite and not descend
                    preprocess: {n5: {}}|preprocess.n5|is no step before the extraction (did you mean n4?)
                    """)
    void whatIsWrongIsSaidWithKeyAndLine(String text, String key, String says) {
        assertThatThrownBy(() -> parsed(START + text))
                .isInstanceOfSatisfying(ParameterException.class, e -> {
                    assertThat(e.key()).isEqualTo(key);
                    assertThat(e.line()).hasValue(2);
                })
                .hasMessageContaining(says);
    }

    @Test
    void theVersionIsTheFirstKeyAndOne() {
        assertThatThrownBy(() -> parsed("radiomics4j: 2\n")).hasMessageContaining("must be 1");
        assertThatThrownBy(() -> parsed("extraction: {}\nradiomics4j: 1\n")).hasMessageContaining("first key");
    }

    @Test
    void keysWithoutEffectAreNamed() {
        assertThat(parsed(START + "extraction: {normalizeScale: 5}").remarks())
                .containsExactly(
                        "settings.yaml, line 2: extraction.normalizeScale: has no effect without normalize: true");
        assertThat(parsed("setting: {interpolator: sitkLinear}\nvoxelSetting: {kernelRadius: 2}\n"
                                + "featureClass: {glcm: [SumVariance, Idm]}")
                        .remarks())
                .hasSize(3)
                .anyMatch(remark -> remark.contains("SumVariance"))
                .anyMatch(remark -> remark.contains("setting.interpolator"))
                .anyMatch(remark -> remark.contains("voxelSetting"));
    }

    @Test
    void keysAreReplacedInBothKinds(@TempDir Path folder) throws IOException {
        Path ours = Files.writeString(folder.resolve("settings.yaml"), START + "extraction: {binCount: 8}");
        Path theirs = Files.writeString(folder.resolve("params.yaml"), "setting: {label: 2}");
        Map<String, String> overrides = Map.of("binWidth", "5", "resampledPixelSpacing", "1,1,1");
        assertThat(SettingsFile.read(ours, overrides).settings())
                .isEqualTo(extraction("{binWidth: 5, resampledPixelSpacing: [1, 1, 1]}"));
        assertThat(SettingsFile.read(theirs, overrides).settings().discretization())
                .isEqualTo(new FixedBinWidth(5));
        assertThatThrownBy(() -> SettingsFile.read(ours, Map.of("sigma", "1")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("imageType.LoG");
        assertThatThrownBy(() -> SettingsFile.read(ours, Map.of("binWidth", "[")))
                .isInstanceOf(ParameterException.class);
    }

    @Test
    void aFilterOrFamilyOfAUserIsRefusedByName() {
        ExtractionSettings settings = ExtractionSettings.pyradiomics();
        assertThatThrownBy(
                        () -> SettingsFile.of(settings.withFilters(new Mine())).text())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the filter Mine");
        assertThatThrownBy(() ->
                        SettingsFile.of(settings.withFamilies(new MyFamily())).text())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the family mine");
    }

    private record Mine() implements ImageFilter {
        @Override
        public String name() {
            return "Mine";
        }

        @Override
        public FilterResult apply(ImageVolume volume) {
            return FilterResult.of();
        }
    }

    private record MyFamily() implements FeatureFamily {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public List<Feature> features() {
            return List.of();
        }

        @Override
        public FeatureValues compute(Region region, List<? extends Feature> wanted) {
            throw new UnsupportedOperationException();
        }
    }

    /** The first cells of the rows below a heading, and the example, of the page that documents the file. */
    @Test
    void thePageListsTheKeysThatTheReaderKnows() throws IOException {
        assertThat(keysBelow("File")).containsExactlyInAnyOrderElementsOf(SettingsKeys.ROOT);
        assertThat(keysBelow("Extraction")).containsExactlyInAnyOrderElementsOf(SettingsKeys.OF_THE_CASE);
        assertThat(keysBelow("Steps before the extraction"))
                .containsExactlyInAnyOrderElementsOf(
                        qualified(SettingsSteps.OPTIONS).toList());
        assertThat(keysBelow("IBSI's families"))
                .containsExactlyInAnyOrderElementsOf(qualified(SettingsKeys.IBSI_FAMILIES)
                        .map(key -> key.replaceFirst("^\\S+-\\S+", "texture"))
                        .distinct()
                        .toList());
        assertThat(keysBelow("Image types"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                qualified(SettingsKeys.FILTERS),
                                SettingsKeys.OF_EVERY_IMAGE_TYPE.stream().map(key -> "any " + key))
                        .toList());
        assertThat(keysBelow("Feature classes"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(qualified(SettingsKeys.FAMILIES), Stream.of("any " + SettingsKeys.FEATURES))
                                .toList());
    }

    private static Stream<String> qualified(Map<String, List<String>> options) {
        return options.entrySet().stream()
                .flatMap(owner -> owner.getValue().isEmpty()
                        ? Stream.of(owner.getKey())
                        : owner.getValue().stream().map(key -> owner.getKey() + " " + key));
    }

    private static List<String> keysBelow(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("\n## " + heading + "\n");
        assertThat(from).as("heading %s", heading).isPositive();
        int to = page.indexOf("\n## ", from + 1);
        return Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE)
                .matcher(page.substring(from, to < 0 ? page.length() : to))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void theExampleOfThePageHasEveryKeyAndIsRead() throws IOException {
        var block = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        StringBuilder all = new StringBuilder();
        int examples = 0;
        while (block.find()) {
            SettingsFile file = parsed(block.group(1));
            assertThat(file.remarks()).isEmpty();
            assertThat(parsed(file.text()).settings()).isEqualTo(file.settings());
            all.append(block.group(1));
            examples++;
        }
        assertThat(examples).isEqualTo(2);
        String example = all.toString();
        TreeSet<String> keys = new TreeSet<>(SettingsKeys.ROOT);
        keys.addAll(SettingsKeys.OF_THE_CASE);
        keys.addAll(SettingsKeys.OF_EVERY_IMAGE_TYPE);
        keys.addAll(SettingsKeys.FILTERS.keySet());
        SettingsKeys.FILTERS.values().forEach(keys::addAll);
        keys.addAll(SettingsKeys.FAMILIES.keySet());
        SettingsKeys.FAMILIES.values().forEach(keys::addAll);
        SettingsKeys.IBSI_FAMILIES.values().forEach(keys::addAll);
        SettingsKeys.IBSI_FAMILIES.keySet().stream()
                .filter(family -> !family.contains("-"))
                .forEach(keys::add);
        keys.addAll(SettingsSteps.OPTIONS.keySet());
        SettingsSteps.OPTIONS.values().forEach(keys::addAll);
        assertThat(keys).allSatisfy(key -> assertThat(example).containsPattern("\\b" + key + ":"));
    }
}
