package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.filter.LocalBinaryPattern2D.Method;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected patterns are those of scikit-image 0.26.0; whole numbers, so that they are compared exactly. */
class LocalBinaryPattern2DOracleTest {
    private static final LocalBinaryPattern2D PATTERNS = LocalBinaryPattern2D.withDefaults();

    @Nested
    class AlongZ extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withRadiusVoxels(1.5);
        }
    }

    @Nested
    class AlongX extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withAxis(2).withMethod(Method.ROR);
        }
    }

    @Nested
    class Variances extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withMethod(Method.VAR).withAxis(1);
        }
    }

    /** Of a slice of 16-bit integers, (7 r² + 5 c + 3 r c) mod 11. The last row has patterns that do not fit into 16 bits. */
    @ParameterizedTest
    @CsvSource({
        "8, 1, default, '255 1 0 241 0 112 0 246 255 0 124 124 69 25 19 215 125 48 0 255 15 7 0 62'",
        "8, 1, ror, '255 1 0 31 0 7 0 111 255 0 31 31 21 25 19 95 95 3 0 255 15 7 0 31'",
        "8, 1, uniform, '8 1 0 5 0 3 0 9 8 0 5 5 9 9 9 9 9 2 0 8 4 3 0 5'",
        "12, 2.0, default, '4095 2816 0 1856 64 960 514 2307 4087 0 928 480 1 7 2155 85 72 240 0 4095 119 46 0 120'",
        "9, 1.3, uniform, '9 10 0 6 0 3 0 10 9 0 4 5 1 1 2 4 10 2 0 9 5 3 0 4'",
        "16, 2.5, ror, '-1 61 0 63 0 31 1 121 2039 0 1 31 5 23 11 37 5 13 0 -1 511 3 0 31'",
    })
    void patternsOfASlice(int samples, double radius, String method, String expected) {
        short[] slice = new short[24];
        for (int i = 0; i < 24; i++) {
            int r = i / 6;
            int c = i % 6;
            slice[i] = (short) ((7 * r * r + 5 * c + 3 * r * c) % 11);
        }
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(6, 4, 1), Spacing.isotropic(1)), slice);
        LocalBinaryPattern2D filter = PATTERNS.withSamples(samples)
                .withRadiusVoxels(radius)
                .withMethod(Method.byName(method).orElseThrow());
        ImageVolume found = filter.apply(volume).images().get(0).volume();
        assertThat(found.type()).isEqualTo(PixelType.INT16);
        assertThat(found.toDoubles()).containsExactly(numbers(expected));
    }

    /** As {@link #patternsOfASlice}, of 64-bit floats; with more than 32 samples what shifts modulo 32 make of bits. */
    @ParameterizedTest
    @CsvSource({
        "32, 2.0, default, '-1 -136314880 0 1072103424 65536 67043328 16777228 -126877665 -1985 0 29384704 16773120 1 239 -536362081 69345 70528 1047552 0 -1 -2147222273 448 0 524160'",
        "32, 2.0, ror, '-1 -136314880 0 -2147475469 -2147483648 -2147483137 -2145386495 -126877665 -1985 0 -2147481855 -2147481601 -2147483648 -2147483529 -536362081 -2147448976 -2147483373 -2147483137 0 -1 -2147222273 -2147483645 0 -2147481601'",
        "33, 2.0, ror, '-1 -272629760 0 1 0 1 1 -253755361 -1985 0 1 1 1 1 -1072707649 1 1 1 0 -1 1 1 0 1'",
        "40, 2.0, default, '-1 -67108864 0 -59768832 1048576 -1048576 1073741832 503316543 -8065 0 -133758976 1073725440 1 991 16654207 1077697 1105408 16773120 0 -1 4191231 3968 0 8388352'",
        "40, 2.0, ror, '-1 -67108864 0 -59768832 1 -1048576 9 63 -8065 0 -133758976 255 1 127 255 31 111 255 0 -1 255 31 0 255'",
        "32, 2.0, uniform, '32 33 0 33 1 10 33 33 27 0 33 12 1 33 33 33 33 10 0 32 33 3 0 12'",
        "33, 1.3, uniform, '33 34 0 34 0 12 0 34 33 0 34 17 1 34 9 34 34 9 0 33 18 10 0 16'",
        "70, 2.0, uniform, '70 71 0 71 1 22 71 71 60 0 71 27 1 71 71 71 71 21 0 70 71 8 0 26'",
        "8, 1, var, '6.538326271928582 9.793537920209546 4.209523789883972 12.29089059108092 5.273211423706341 9.148918423093647 5.327256076547399 3.659271704437309 3.5194112878023773 3.565434243769534 3.7126736250553023 6.2830090503775455 6.737621053998669 4.0285963477052285 3.500874621352665 2.1295084459976152 2.129508445997608 6.039271542143634 4.955503188413658 7.222632177528068 6.943037483924369 8.164550226149373 6.261713931048265 10.692823649950693'",
        "5, 1.7, var, '12.974102709985653 6.072564922712331 9.56054238270429 6.8139336200991325 7.129602006119275 7.65622764026497 2.954303561765132 4.420366511925062 2.696308574168188 4.119436243644088 4.654617636572351 8.72826905438318 5.383174677669451 3.7631707753905745 3.0678611960937703 4.360597099036198 3.1913382548844993 11.933942995916459 4.855360608249869 4.4943376652109865 11.00524240195831 8.369558345630763 7.136441829875622 5.433980547519819'",
        "40, 2.0, var, '7.415121742671897 7.093366067748957 9.827201863691377 5.438869738828506 8.651515550981056 7.854490623864211 6.54756653079856 7.71251492589784 5.95027026359318 3.8716772999438716 7.410358808385899 9.677366972986153 3.463860822823006 6.624272251650334 7.392641799104988 5.247589832941458 6.400095636383503 9.771004668718046 5.244806049967172 5.833561820593326 9.666176704628732 7.78864645857046 7.16641604890698 6.305913733122042'",
    })
    void patternsOfManySamplesAndVariances(int samples, double radius, String method, String expected) {
        double[] slice = new double[24];
        for (int i = 0; i < 24; i++) {
            int r = i / 6;
            int c = i % 6;
            slice[i] = (7 * r * r + 5 * c + 3 * r * c) % 11;
        }
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(6, 4, 1), Spacing.isotropic(1)), slice);
        LocalBinaryPattern2D filter = PATTERNS.withSamples(samples)
                .withRadiusVoxels(radius)
                .withMethod(Method.byName(method).orElseThrow());
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles()).containsExactly(numbers(expected));
    }

    /** What NumPy 2.4.6 on x86-64 stores for a variance that has a fraction, is NaN, or does not fit. */
    @ParameterizedTest
    @CsvSource({
        "INT8, '0 0 0 30 -50 30 8 67 -12 30 0 0 0 -91 120 -53 -107 1 -92 -104 -91 -80 75 -9 104 13 21 -90 76 64 15 -106 -11 -93 8 100 -79 -100 98 -72 -100 -32 -86 9 23 119 121 32 102 104 -122 -55 75 120 -27 -122 97 -80 20 -101'",
        "UINT8, '0 0 0 30 206 30 8 67 244 30 0 0 0 165 120 203 149 1 164 152 165 176 75 247 104 13 21 166 76 64 15 150 245 163 8 100 177 156 98 184 156 224 170 9 23 119 121 32 102 104 134 201 75 120 229 134 97 176 20 155'",
        "INT16, '0 0 0 32762 17952 32764 -26927 14484 -14636 13571 0 0 0 10543 -30525 24285 16536 -27095 16922 -16919 10548 10818 27486 31799 21802 19542 32543 16969 27513 -31916 6782 16569 18949 23291 25816 15304 10848 16705 28074 4618 16715 24818 23452 32241 13388 28592 9433 7211 8972 28214 -30176 17836 -31642 22208 -27811 16174 21635 4400 6914 3888'",
        "UINT16, '0 0 0 32762 17952 32764 38609 14484 50900 13571 0 0 0 10543 35011 24285 16536 38441 16922 48617 10548 10818 27486 31799 21802 19542 32543 16969 27513 33620 6782 16569 18949 23291 25816 15304 10848 16705 28074 4618 16715 24818 23452 32241 13388 28592 9433 7211 8972 28214 35360 17836 33894 22208 37725 16174 21635 4400 6914 3888'",
        "INT32, '-2147483648 -2147483648 -2147483648 1310512880 718097800 1310598960 1544394781 579370869 2036034049 542857591 -2147483648 -2147483648 -2147483648 421757679 1400475298 971424926 661452916 1537658719 676912592 1944687578 421954497 432726771 1099463476 1271971922 872096566 781687270 1301742583 678798260 1100553124 1344808842 271292610 662776875 757983888 931645755 1032677282 612181038 433942723 668201815 1122971730 184720435 668607172 992746690 938103720 1289673021 535538774 1143680812 377352441 288466636 358901793 1128576609 1414434752 713470063 1355790561 888348123 1509011014 646971929 865403502 176006260 276577339 155536731'",
        "UINT32, '2147483648 2147483648 2147483648 1310512880 718097800 1310598960 1544394781 579370869 2036034049 542857591 2147483648 2147483648 2147483648 421757679 1400475298 971424926 661452916 1537658719 676912592 1944687578 421954497 432726771 1099463476 1271971922 872096566 781687270 1301742583 678798260 1100553124 1344808842 271292610 662776875 757983888 931645755 1032677282 612181038 433942723 668201815 1122971730 184720435 668607172 992746690 938103720 1289673021 535538774 1143680812 377352441 288466636 358901793 1128576609 1414434752 713470063 1355790561 888348123 1509011014 646971929 865403502 176006260 276577339 155536731'"
    })
    void variancesOfIntegersAreStoredAsIntegers(PixelType type, String expected) {
        int scale = type.bytes() == 4 ? 1000 : type.bytes() == 2 ? 5 : 1;
        byte[] bytes = new byte[60];
        short[] shorts = new short[60];
        int[] ints = new int[60];
        for (int i = 0; i < 60; i++) {
            boolean isFlat = i % 7 < 2 || (i / 10 < 3 && i % 10 < 4);
            ints[i] = isFlat ? 0 : i * i * 37 % 120 * scale;
            shorts[i] = (short) ints[i];
            bytes[i] = (byte) ints[i];
        }
        ImageVolume volume = ImageVolume.wrap(
                Grid.of(new Size(10, 6, 1), Spacing.isotropic(1)),
                type,
                type.bytes() == 4 ? ints : type.bytes() == 2 ? shorts : bytes);
        ImageVolume found =
                PATTERNS.withMethod(Method.VAR).apply(volume).images().get(0).volume();
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.toDoubles()).containsExactly(numbers(expected));
    }

    @Test
    void varianceOfZerosIsUndefined() {
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(3, 3, 1), Spacing.isotropic(1)), new double[9]);
        assertThat(PATTERNS.withMethod(Method.VAR)
                        .apply(volume)
                        .images()
                        .get(0)
                        .volume()
                        .get(1, 1, 0))
                .isNaN();
    }

    /** NumPy's {@code swapaxes(0, axis)} decides which axis of a slice is its first. */
    @ParameterizedTest
    @CsvSource({
        "1, '255 192 240 177 64 0 17 145 64 112 225 225 32 255 0 0 177 0 113 0 195 0 80 255 64 238 191 207 4 24 129 64 252 251 238 4 255 5 0 60 0 23 0 27 0 0 255 2 30 30 7 4 25 17 0 4 27 15 12 255'",
        "2, '255 65 195 224 193 0 2 2 1 199 239 199 196 255 64 0 2 0 1 0 161 0 1 255 65 255 254 255 16 34 34 1 255 239 255 20 255 16 0 26 0 16 0 32 0 4 255 76 124 254 124 16 32 32 0 28 14 60 20 255'",
    })
    void slicesAlongTheOtherAxes(int axis, String expected) {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            values[i] = (3 * i * i + 7 * i) % 23;
        }
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(5, 4, 3), Spacing.isotropic(1)), values);
        LocalBinaryPattern2D filter = PATTERNS.withMethod(Method.DEFAULT).withAxis(axis);
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles()).containsExactly(numbers(expected));
    }

    /** Every point ties with its pixel, up to the rounding of the interpolation. */
    @Test
    void tiesOfAFlatSliceAreBrokenByTheSameRounding() {
        double[] flat = new double[49];
        Arrays.fill(flat, 0.1);
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(7, 7, 1), Spacing.isotropic(1)), flat);
        LocalBinaryPattern2D filter =
                PATTERNS.withMethod(Method.DEFAULT).withSamples(12).withRadiusVoxels(2);
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles())
                .containsExactly(
                        numbers(
                                "3585 3841 4033 4033 4033 1984 960 3587 3843 4067 4067 4067 2016 992 3599 3871 4095 4095 4095 2044 1016 3599 3871 4095 4095 4095 2044 1016 3599 3871 4095 4095 4095 2044 1016 2063 2079 2303 2303 2303 252 248 15 31 127 127 127 124 120"));
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> PATTERNS.withSamples(4097)).hasMessageContaining("1 to 4096, found 4097");
        assertThatThrownBy(() -> PATTERNS.withRadiusVoxels(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> PATTERNS.withAxis(3)).hasMessageContaining("found 3");
        assertThat(Method.byName("nri_uniform")).isEmpty();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
