package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.LocalBinaryPattern2D;
import io.github.radiomics4j.filter.LocalBinaryPattern3D;
import io.github.radiomics4j.reference.GoldenValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PyRadiomicsParametersTest {
    private static ExtractionSettings settings(String text) {
        return PyRadiomicsParameters.parse(text, "params.yaml").toSettings();
    }

    @Test
    void theKi67FileGivesTheKi67Preset() {
        assertThat(settings(GoldenValues.text("config/ki67_1mm.yaml"))).isEqualTo(ExtractionSettings.ki67());
    }

    @Test
    void theDefaultFileAndNoFileGiveThePyRadiomicsPresetButForTheOrderOfTheFamilies() {
        ExtractionSettings fromFile = settings(GoldenValues.text("config/default.yaml"));
        assertThat(fromFile.families())
                .containsExactlyInAnyOrderElementsOf(
                        ExtractionSettings.pyradiomics().families());
        assertThat(fromFile.withFamilies(new FamilySelection[0]))
                .isEqualTo(ExtractionSettings.pyradiomics().withFamilies(new FamilySelection[0]));
        assertThat(PyRadiomicsParameters.withDefaults().toSettings().families())
                .containsExactlyInAnyOrderElementsOf(
                        ExtractionSettings.pyradiomics().families());
    }

    @Test
    void jsonIsReadAsYamlIs() {
        String json = """
                {
                \t"imageType": {"Original": {}, "LoG": {"sigma": [1.5]}},
                \t"featureClass": {"glcm": ["Contrast", "Idm"], "shape": null},
                \t"setting": {"binWidth": 10, "normalize": true, "resampledPixelSpacing": [1, 1, 0]}
                }
                """;
        String yaml = """
                imageType:
                  Original: {}
                  LoG: {sigma: [1.5]}
                featureClass:
                  glcm: [Contrast, Idm]
                  shape:
                setting:
                  binWidth: 10
                  normalize: true
                  resampledPixelSpacing: [1, 1, 0]
                """;
        assertThat(settings(json)).isEqualTo(settings(yaml));
    }

    @Test
    void theChannelOfTheLabelIsForWhoeverReadsTheMask() {
        assertThat(PyRadiomicsParameters.parse("setting: {label_channel: 1}", "params.yaml")
                        .labelChannel())
                .isEqualTo(1);
        assertThat(PyRadiomicsParameters.withDefaults().labelChannel()).isZero();
        assertThat(settings("setting: {label_channel: 1, binWidth: 5}")).isEqualTo(settings("setting: {binWidth: 5}"));
    }

    @Test
    void featuresComeInTheOrderOfTheFile() {
        FamilySelection glcm = settings("featureClass: {glcm: [Idm, Contrast, JointEnergy]}")
                .families()
                .get(0);
        assertThat(glcm.features().stream().map(Feature::featureName))
                .containsExactly("Idm", "Contrast", "JointEnergy");
    }

    @Test
    void wholeAndFractionalSigmasKeepTheirText() {
        LaplacianOfGaussian log = (LaplacianOfGaussian) settings("imageType: {LoG: {sigma: [2, 2.0, 0.50, '1.5']}}")
                .imageTypes()
                .get(0)
                .filter();
        assertThat(log.sigmas().stream().map(LaplacianOfGaussian.Sigma::text))
                .containsExactly("2", "2.0", "0.5", "1.5");
    }

    @Test
    void aSigmaThatComesTwiceMakesOneImage() {
        assertThat(settings("imageType: {LoG: {sigma: [2, 3.0, 2, '3.0']}}")
                        .imageTypes()
                        .get(0)
                        .filter()
                        .imageNames())
                .containsExactly("log-sigma-2-mm-3D", "log-sigma-3-0-mm-3D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5d", "5f", "0x1p3", "'0x10'", "Infinity", "1_000"})
    void whatOnlyJavaReadsAsANumberIsRefused(String width) {
        assertThatThrownBy(() -> settings("setting: {binWidth: " + width + "}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("setting.binWidth: must be a number");
    }

    /** 010 is 8 there. */
    @Test
    void anOlderYamlIsRefused() {
        assertThatThrownBy(() -> settings("# a comment\n%YAML 1.1\n---\nsetting: {binWidth: 010}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("must be YAML 1.2 or JSON");
        assertThat(settings("%YAML 1.2\n---\nsetting: {binWidth: 010}").discretization())
                .isEqualTo(new FixedBinWidth(10));
    }

    @Test
    void aDistanceThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> settings("setting: {distances: [1, 2, 1]}"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("params.yaml, line 1: setting.distances: must have each distance once, found [1, 2, 1]");
    }

    @Test
    void moreBinsThanThereMayBeLevelsAreRefusedByTheirKey() {
        assertThatThrownBy(() -> settings("setting: {binCount: 2147483647}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("setting.binCount: must be a whole number from 1 to 16777216");
    }

    @Test
    void sigmasMayStandInTheSectionSetting() {
        assertThat(settings("imageType: {LoG: {}}\nsetting: {sigma: [3.0]}")
                        .imageTypes()
                        .get(0)
                        .filter())
                .isEqualTo(LaplacianOfGaussian.of(3));
    }

    @Test
    void theFilterOfSlicesTakesEveryOptionOfTheFile() {
        String text = "imageType: {LBP2D: {lbp2DRadius: 2.0, lbp2DSamples: 12, lbp2DMethod: ror, force2Ddimension: 1}}";
        assertThat(settings(text).imageTypes().get(0).filter())
                .isEqualTo(new LocalBinaryPattern2D(2, 12, LocalBinaryPattern2D.Method.ROR, 1));
    }

    @Test
    void variancesOfSlicesAndPatternsOfSpheresTakeTheirKeysFromTheImageTypeFirst() {
        String text = "imageType: {LBP2D: {lbp2DMethod: var, lbp2DSamples: 40},"
                + " LBP3D: {lbp3DLevels: 3, lbp3DIcosphereRadius: 2}}\n"
                + "setting: {lbp3DLevels: 4, lbp3DIcosphereRadius: 1.5, lbp3DIcosphereSubdivision: 2}";
        assertThat(settings(text).imageTypes())
                .extracting(ImageType::filter)
                .containsExactly(
                        new LocalBinaryPattern2D(1, 40, LocalBinaryPattern2D.Method.VAR, 0),
                        new LocalBinaryPattern3D(3, 2, 2));
        assertThat(settings("imageType: {LBP3D: {}}").imageTypes().get(0).filter())
                .isEqualTo(LocalBinaryPattern3D.withDefaults());
    }

    @Test
    void oneImageTypeMayHaveItsOwnBins() {
        ExtractionSettings settings = settings(
                "imageType: {Original: {}, Wavelet: {binWidth: 10, voxelArrayShift: 7}}\nsetting: {binWidth: 5}");
        assertThat(settings.discretization()).isEqualTo(new FixedBinWidth(5));
        assertThat(settings.imageTypes().get(0).discretization()).isEmpty();
        assertThat(settings.imageTypes().get(1).discretization()).contains(new FixedBinWidth(10));
        assertThat(settings.imageTypes().get(0).families()).isEmpty();
        assertThat(settings.imageTypes().get(1).families()).isPresent();
    }

    @Test
    void binCountWinsOverBinWidth() {
        assertThat(settings("setting: {binWidth: 5, binCount: 16}").discretization())
                .isEqualTo(new FixedBinCount(16));
    }

    @Test
    void resamplingNeedsASpacingAndAnInterpolator() {
        assertThat(settings("setting: {resampledPixelSpacing: , interpolator: sitkBSpline}")
                        .resampling())
                .isEmpty();
        assertThat(settings("setting: {resampledPixelSpacing: [1, 1, 1], interpolator: }")
                        .resampling())
                .isEmpty();
        assertThat(settings("setting: {resampledPixelSpacing: [1, 1, 1], interpolator: 2}")
                        .resampling())
                .isEqualTo(settings("setting: {resampledPixelSpacing: [1, 1, 1], interpolator: sitkLinear}")
                        .resampling())
                .isPresent();
    }

    @Test
    void aDeprecatedNameIsAcceptedAndHasNoColumn() {
        assertThat(settings("featureClass: {glcm: [Dissimilarity, Contrast]}")
                        .families()
                        .get(0)
                        .features())
                .extracting(Feature::featureName)
                .containsExactly("Contrast");
    }

    @Test
    void theSectionOfVoxelMapsIsCheckedAndHasNoEffect() {
        assertThat(
                        settings(
                                "imageType: {Original: {}}\nvoxelSetting: {kernelRadius: 2, maskedKernel: true, initValue: nan}"))
                .isEqualTo(settings("imageType: {Original: {}}"));
        assertThatThrownBy(() -> settings("voxelSetting: {kernelRadius: 0}")).hasMessageContaining("kernelRadius");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | key in the error | line | what the message must hold
                "setting: {binWidht: 5} | setting.binWidht | 1 | did you mean binWidth?",
                "imageTypes: {} | imageTypes | 1 | imageType",
                "imageType: {Orignal: {}} | imageType.Orignal | 1 | did you mean Original?",
                "imageType: {Original: } | imageType.Original | 1 | {}",
                "inputImage: {Original: {}} | inputImage | 1 | imageType",
                "featureClass: {glmc: } | featureClass.glmc | 1 | did you mean glcm?",
                "featureClass: {shape: [Volume]} | featureClass.shape[0] | 1 | MeshVolume",
                "featureClass: {glcm: [contrast]} | featureClass.glcm[0] | 1 | contrast",
                "setting: {binWidth: wide} | setting.binWidth | 1 | must be a number, found the text",
                "setting: {binWidth: -5} | setting.binWidth | 1 | above 0",
                "setting: {binWidth: .inf} | setting.binWidth | 1 | above 0",
                "setting: {binWidth: [5]} | setting.binWidth | 1 | must be a number, found the list",
                "setting: {binWidth: } | setting.binWidth | 1 | must have a value",
                "setting: {binWidth: {a: 1}} | setting.binWidth | 1 | section",
                "setting: {binCount: 2.5} | setting.binCount | 1 | whole number",
                "setting: {label: 0} | setting.label | 1 | at least 1",
                "setting: {label: 99999999999999999999} | setting.label | 1 | no number that fits",
                "setting: {normalize: yes} | setting.normalize | 1 | true or false",
                "setting: {resampledPixelSpacing: [1]} | setting.resampledPixelSpacing | 1 | three numbers",
                "setting: {resampledPixelSpacing: [1, 1, -1]} | setting.resampledPixelSpacing[2] | 1 | at least 0",
                "setting: {resampledPixelSpacing: [1,1,1], interpolator: sitkCubic} | setting.interpolator | 1 | sitkBSpline",
                "setting: {resampledPixelSpacing: [1,1,1], interpolator: 11} | setting.interpolator | 1 | 1 to 10",
                "setting: {minimumROIDimensions: 4} | setting.minimumROIDimensions | 1 | from 1 to 3",
                "setting: {removeOutliers: } | setting.removeOutliers | 1 | must have a value",
                "setting: {distances: [1, 21]} | setting.distances[1] | 1 | from 1 to 20",
                "setting: {weightingNorm: none} | setting.weightingNorm | 1 | must be one of",
                "setting: {label_channel: -1} | setting.label_channel | 1 | at least 0",
                "setting: {resegmentRange: [1, 2, 3]} | setting.resegmentRange | 1 | one or two numbers",
                "setting: {resegmentRange: [1], resegmentMode: median} | setting.resegmentMode | 1 | must be one of",
                "setting: {kernelRadius: 1} | setting.kernelRadius | 1 | voxelSetting",
                "voxelSetting: {binWidth: 1} | voxelSetting.binWidth | 1 | section setting",
                "imageType: {Wavelet: {normalize: true}} | imageType.Wavelet.normalize | 1 | section setting",
                "imageType: {Wavelet: {wavelet: db39}} | imageType.Wavelet.wavelet | 1 | bior1.1, bior1.3",
                "imageType: {Wavelet: {wavelet: cmor}} | imageType.Wavelet.wavelet | 1 | found the text",
                "imageType: {Wavelet: {level: 0}} | imageType.Wavelet.level | 1 | at least 1",
                "imageType: {Wavelet: {start_level: -1}} | imageType.Wavelet.start_level | 1 | at least 0",
                "imageType: {Wavelet: {level: 682}} | imageType.Wavelet.level | 1 | 681",
                "imageType: {Wavelet: {start_level: 681}} | imageType.Wavelet.start_level | 1 | 681",
                "imageType: {LoG: {sigma: [0]}} | imageType.LoG.sigma[0] | 1 | above 0",
                "imageType: {LoG: {sigma: []}} | imageType.LoG.sigma | 1 | at least one",
                "imageType: {LoG: {sigma: 3}} | imageType.LoG.sigma | 1 | must be a list",
                "imageType: {LBP2D: {lbp2DMethod: variance}} | imageType.LBP2D.lbp2DMethod | 1 | must be one of",
                "imageType: {LBP2D: {lbp2DSamples: 4097}} | imageType.LBP2D.lbp2DSamples | 1 | from 1 to 4096",
                "imageType: {LBP3D: {lbp3DLevels: 0}} | imageType.LBP3D.lbp3DLevels | 1 | at least 1",
                "imageType: {LBP3D: {lbp3DLevels: 21}} | imageType.LBP3D.lbp3DLevels | 1 | from 1 to 20",
                "imageType: {LBP3D: {lbp3DIcosphereRadius: 0}} | imageType.LBP3D.lbp3DIcosphereRadius | 1 | above 0",
                "imageType: {LBP3D: {lbp3DIcosphereSubdivision: 6}} | imageType.LBP3D.lbp3DIcosphereSubdivision | 1 | from 0 to 5",
                "setting: 5 | setting | 1 | must be a section",
                "[1, 2] | '' | 1 | must be a mapping",
                "setting: {binWidth: 5, binWidth: 6} | setting.binWidth | 1 | second time",
                "setting: {binWidth: 5 | '' | 1 | must be YAML or JSON",
            })
    void whatIsWrongIsNamedWithFileLineAndKey(String text, String key, int line, String message) {
        assertThatThrownBy(() -> settings(text))
                .isInstanceOfSatisfying(ParameterException.class, e -> {
                    assertThat(e.key()).isEqualTo(key);
                    assertThat(e.line().orElse(0)).isEqualTo(line);
                })
                .hasMessageStartingWith("params.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void theLineIsThatOfTheKey() {
        String text = "# one\nimageType:\n  Original: {}\nsetting:\n  binWidth: 5\n  label: none\n";
        assertThatThrownBy(() -> settings(text)).hasMessageContaining("params.yaml, line 6: setting.label");
    }

    @Test
    void tabsAreNamed() {
        assertThatThrownBy(() -> settings("setting:\n\tbinWidth: 5\n"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("spaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n# nothing\n", "---\n"})
    void anEmptyFileIsRefused(String text) {
        assertThatThrownBy(() -> settings(text)).isInstanceOf(ParameterException.class);
    }

    @Test
    void aliasesThatGrowAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("*a%d]\n".formatted(i - 1));
        }
        assertThatThrownBy(() -> settings(bomb.toString())).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> settings("setting: &s {binWidth: *s}")).isInstanceOf(ParameterException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> settings("setting: " + "[".repeat(5000) + "]".repeat(5000)))
                .isInstanceOf(ParameterException.class);
    }

    @Test
    void oneSettingMayBeReplacedAsTheCommandLineDoes() {
        PyRadiomicsParameters parameters = PyRadiomicsParameters.parse("setting: {binWidth: 25}", "params.yaml");
        assertThat(parameters.with("binWidth", "10").toSettings().discretization())
                .isEqualTo(new FixedBinWidth(10));
        assertThat(parameters.toSettings().discretization()).isEqualTo(new FixedBinWidth(25));
        assertThat(parameters
                        .with("resampledPixelSpacing", "1,1,2.5")
                        .with("normalize", "1")
                        .toSettings())
                .isEqualTo(settings("setting: {binWidth: 25, resampledPixelSpacing: [1, 1, 2.5], normalize: true}"));
        assertThatThrownBy(() -> parameters.with("binWidht", "10"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("did you mean binWidth?");
        assertThatThrownBy(() -> parameters.with("binWidth", "x"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("binWidth")
                .hasMessageContaining("must be a number");
        assertThatThrownBy(() -> parameters.with("normalize", "perhaps")).hasMessageContaining("true or false");
    }

    @Test
    void aMissingFileAndAFileOfOtherBytesAreNamed(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> PyRadiomicsParameters.read(folder.resolve("none.yaml")))
                .isInstanceOf(NoSuchFileException.class);
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> PyRadiomicsParameters.read(binary))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("binary.yaml")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void everyGoldenFileIsReadOrRefusedByName() {
        for (String config : List.of(
                "default",
                "ki67_1mm",
                "ki67_2mm",
                "ct_like",
                "reseg_abs",
                "filters_log",
                "filters_point",
                "filters_gradient_index",
                "filters_lbp2d",
                "filters_lbp2d_n40",
                "filters_lbp2d_var",
                "lbp3d",
                "shape_deprecated",
                "shape2d_2dimage",
                "shape2d_force",
                "swt_force2D")) {
            assertThatCode(() -> settings(GoldenValues.text("config/" + config + ".yaml")))
                    .as(config)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aSettingsFileOfOursIsNamed() {
        assertThatThrownBy(() -> settings("radiomics4j: 1\nextraction: {binWidth: 5}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("SettingsFile.read");
    }

    /** The keys of the example files of PyRadiomics' repository, its images and its number of columns. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exampleCT|LoG: {sigma: [1.0, 2.0, 3.0, 4.0, 5.0]}, Wavelet: {}|shape: , GLCM, glrlm: , glszm: , gldm: |interpolator: sitkBSpline, resampledPixelSpacing: [1, 1, 1], padDistance: 10, binWidth: 25, voxelArrayShift: 1000, label: 1|14|1218
                    exampleMR_3mm|LoG: {sigma: [2.0, 3.0, 4.0, 5.0]}, Wavelet: {}|shape: , GLCM, glrlm: , glszm: , gldm: |normalize: true, normalizeScale: 100, interpolator: sitkBSpline, resampledPixelSpacing: [2, 2, 2], binWidth: 5, voxelArrayShift: 300, label: 1|13|1132
                    exampleMR_5mm|LoG: {sigma: [3.0, 5.0]}, Wavelet: {}|shape: , GLCM, glrlm: , glszm: , gldm: |normalize: true, normalizeScale: 100, interpolator: sitkBSpline, resampledPixelSpacing: [3, 3, 3], binWidth: 5, voxelArrayShift: 300, label: 1|11|960
                    exampleMR_NoResampling|LoG: {sigma: [1.0, 3.0, 5.0]}, Wavelet: {}|shape: , GLCM, glrlm: , glszm: , gldm: |normalize: true, normalizeScale: 100, preCrop: true, force2D: true, force2Ddimension: 0, binWidth: 5, voxelArrayShift: 300, label: 1|8|702
                    MR_2D_extraction|LoG: {sigma: [2.0, 3.0, 4.0, 5.0]}, Wavelet: {}|shape2D: , GLCM, glrlm: , glszm: , gldm: , ngtdm: |normalize: true, normalizeScale: 100, interpolator: sitkBSpline, resampledPixelSpacing: [2, 2, 0], padDistance: 10, preCrop: true, force2D: true, force2Ddimension: 0, binWidth: 5, voxelArrayShift: 300, label: 1|9|828
                    Params||shape: , GLCM, glrlm: , glszm: , gldm: |binWidth: 25, label: 1, interpolator: sitkBSpline, resampledPixelSpacing: , weightingNorm: |1|100
                    example_allShape|NONE|shape: [VoxelVolume, MeshVolume, SurfaceArea, SurfaceVolumeRatio, Compactness1, Compactness2, Sphericity, SphericalDisproportion, Maximum3DDiameter, Maximum2DDiameterSlice, Maximum2DDiameterColumn, Maximum2DDiameterRow, MajorAxisLength, MinorAxisLength, LeastAxisLength, Elongation, Flatness]|label: 1, interpolator: sitkBSpline, resampledPixelSpacing: |1|17
                    """)
    void filesWithTheKeysOfTheExamplesAreRead(
            String example, String filters, String classes, String setting, int images, int columns) {
        String glcm = "firstorder: , glcm: [Autocorrelation, JointAverage, ClusterProminence, ClusterShade, "
                + "ClusterTendency, Contrast, Correlation, DifferenceAverage, DifferenceEntropy, DifferenceVariance, "
                + "JointEnergy, JointEntropy, Imc1, Imc2, Idm, Idmn, Id, Idn, InverseVariance, MaximumProbability, "
                + "SumEntropy, SumSquares]";
        String types = "NONE".equals(filters)
                ? ""
                : "imageType: {Original: {}" + (filters == null ? "" : ", " + filters) + "}\n";
        SettingsFile file = SettingsFile.of(PyRadiomicsParameters.parse(
                types + "featureClass: {" + classes.replace("GLCM", glcm) + "}\nsetting: {" + setting + "}\n",
                example + ".yaml"));
        assertThat(file.settings().imageTypes().stream()
                        .mapToInt(type -> type.filter().imageNames().size())
                        .sum())
                .isEqualTo(images);
        assertThat(columns(file.settings(), true) + images * columns(file.settings(), false))
                .isEqualTo(columns);
        assertThat(SettingsFile.parse(file.text(), example).settings()).isEqualTo(file.settings());
    }

    private static int columns(ExtractionSettings settings, boolean ofShape) {
        return settings.families().stream()
                .filter(selection -> selection.family().isOfShapeAlone() == ofShape)
                .mapToInt(selection -> selection.features().size())
                .sum();
    }
}
