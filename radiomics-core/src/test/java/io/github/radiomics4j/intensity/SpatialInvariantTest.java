package io.github.radiomics4j.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Autocorrelation and peaks against their definitions, and what must not change them. */
class SpatialInvariantTest {
    private static final Runnable NEVER = () -> {};

    /** Random intensities, of which some are in the region. */
    record Scene(int sizeX, int sizeY, int sizeZ, Spacing spacing, double share, long seed) {
        Grid grid() {
            return Grid.of(new Size(sizeX, sizeY, sizeZ), spacing);
        }

        double[] voxels() {
            return new Random(seed)
                    .doubles(sizeX * sizeY * sizeZ, -1000, 1000)
                    .map(Math::rint)
                    .toArray();
        }

        boolean[] inside() {
            Random random = new Random(seed + 1);
            boolean[] inside = new boolean[sizeX * sizeY * sizeZ];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = random.nextDouble() < share;
            }
            inside[random.nextInt(inside.length)] = true;
            inside[random.nextInt(inside.length)] = true;
            return inside;
        }

        RegionOfInterest region() {
            return RegionOfInterest.of(Mask.of(grid(), inside()), 1);
        }

        ImageVolume image() {
            return ImageVolume.of(grid(), voxels());
        }

        double[] intensities() {
            return region().intensities(image());
        }

        Scene with(Spacing other) {
            return new Scene(sizeX, sizeY, sizeZ, other, share, seed);
        }
    }

    @Property(tries = 100)
    void transformIsTheSumOfItsDefinition(@ForAll @IntRange(min = 1, max = 130) int least, @ForAll long seed) {
        int n = Fourier.lengthFrom(least);
        int lanes = 1 + (int) (seed & 3);
        Random random = new Random(seed);
        double[] re = random.doubles((long) n * lanes, -1, 1).toArray();
        double[] im = random.doubles((long) n * lanes, -1, 1).toArray();
        double[] foundRe = re.clone();
        double[] foundIm = im.clone();
        new Fourier(n).transform(foundRe, foundIm, new double[n * lanes], new double[n * lanes], lanes);
        for (int lane = 0; lane < lanes; lane++) {
            for (int k = 0; k < n; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int j = 0; j < n; j++) {
                    double angle = -2 * Math.PI * ((long) j * k % n) / n;
                    double x = re[j * lanes + lane];
                    double y = im[j * lanes + lane];
                    sumRe += x * Math.cos(angle) - y * Math.sin(angle);
                    sumIm += x * Math.sin(angle) + y * Math.cos(angle);
                }
                // Of the loop, which rounds n times.
                assertThat(foundRe[k * lanes + lane]).isCloseTo(sumRe, within(1e-14 * n));
                assertThat(foundIm[k * lanes + lane]).isCloseTo(sumIm, within(1e-14 * n));
            }
        }
    }

    @Example
    void lengthsHaveNoOtherPrimeFactors() {
        assertThat(new int[] {Fourier.lengthFrom(1), Fourier.lengthFrom(7), Fourier.lengthFrom(31)})
                .containsExactly(1, 8, 32);
        assertThatThrownBy(() -> new Fourier(14)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 150)
    void convolutionAndPairsAreTheSumsOfTheirDefinition(@ForAll("scenes") Scene scene) {
        double[] values = Arrays.stream(scene.intensities()).map(v -> v / 577).toArray();
        WeightedPairs expected = naive(scene.region(), values);
        PairedVoxels voxels = PairedVoxels.of(scene.region(), values);
        // Rounding of a transform is relative to all it adds up, products cancel.
        double rounding = 1e-13 * (expected.weights() + expected.squares());
        for (WeightedPairs found : new WeightedPairs[] {
            WeightedPairs.ofAllPairs(voxels, NEVER), new DistanceConvolution(voxels, NEVER).sums()
        }) {
            assertThat(found.weights()).isCloseTo(expected.weights(), within(rounding));
            assertThat(found.products()).isCloseTo(expected.products(), within(rounding));
            assertThat(found.squares()).isCloseTo(expected.squares(), within(rounding));
        }
    }

    private static WeightedPairs naive(RegionOfInterest region, double[] values) {
        double weights = 0;
        double products = 0;
        double squares = 0;
        Spacing s = region.grid().spacing();
        int[] p = region.positions();
        for (int i = 0; i < p.length; i++) {
            // A sum for each voxel: one over all pairs would round more than what is tested.
            double[] sums = new double[3];
            for (int j = 0; j < p.length; j++) {
                if (i != j) {
                    double x = (p[i] % region.strideY() - p[j] % region.strideY()) * s.xMm();
                    double y = (p[i] / region.strideY() % (region.box().sizeY() + 2)
                                    - p[j] / region.strideY() % (region.box().sizeY() + 2))
                            * s.yMm();
                    double z = (p[i] / region.strideZ() - p[j] / region.strideZ()) * s.zMm();
                    double w = 1 / Math.sqrt(x * x + y * y + z * z);
                    sums[0] += w;
                    sums[1] += w * values[i] * values[j];
                    sums[2] += w * values[i] * values[i];
                }
            }
            weights += sums[0];
            products += sums[1];
            squares += sums[2];
        }
        return new WeightedPairs(weights, products, squares);
    }

    @Property(tries = 100)
    void bothMeasuresAreThoseOfTheirDefinition(@ForAll("scenes") Scene scene) {
        double[] x = scene.intensities();
        double mean = Arrays.stream(x).average().orElseThrow();
        double[] z = Arrays.stream(x).map(v -> v - mean).toArray();
        double squares = Arrays.stream(z).map(v -> v * v).sum();
        SpatialAutocorrelation found = SpatialAutocorrelation.of(scene.region(), x, NEVER);
        if (squares == 0) {
            assertThat(found.moransI()).isNaN();
            return;
        }
        WeightedPairs pairs = naive(scene.region(), z);
        int n = x.length;
        assertThat(found.moransI()).isCloseTo(n / pairs.weights() * pairs.products() / squares, within(1e-11));
        assertThat(found.gearysC())
                .isCloseTo(
                        (n - 1) / (2 * pairs.weights()) * 2 * (pairs.squares() - pairs.products()) / squares,
                        within(1e-11));
    }

    @Property(tries = 60)
    void neitherUnitsNorScaleNorFlipsChangeTheMeasures(@ForAll("scenes") Scene scene) {
        double[] x = scene.intensities();
        SpatialAutocorrelation expected = SpatialAutocorrelation.of(scene.region(), x, NEVER);
        Spacing s = scene.spacing();
        Scene larger = scene.with(new Spacing(3 * s.xMm(), 3 * s.yMm(), 3 * s.zMm()));
        assertClose(SpatialAutocorrelation.of(larger.region(), x, NEVER), expected);
        double[] other = Arrays.stream(x).map(v -> 0.25 * v - 77).toArray();
        assertClose(SpatialAutocorrelation.of(scene.region(), other, NEVER), expected);
        boolean[] inside = scene.inside();
        boolean[] flipped = new boolean[inside.length];
        double[] backwards = new double[x.length];
        for (int i = 0; i < inside.length; i++) {
            flipped[i] = inside[inside.length - 1 - i];
        }
        for (int i = 0; i < x.length; i++) {
            backwards[i] = x[x.length - 1 - i];
        }
        assertClose(
                SpatialAutocorrelation.of(RegionOfInterest.of(Mask.of(scene.grid(), flipped), 1), backwards, NEVER),
                expected);
    }

    private static void assertClose(SpatialAutocorrelation found, SpatialAutocorrelation expected) {
        if (Double.isNaN(expected.moransI())) {
            assertThat(found).isEqualTo(expected);
            return;
        }
        assertThat(found.moransI()).isCloseTo(expected.moransI(), within(1e-11));
        assertThat(found.gearysC()).isCloseTo(expected.gearysC(), within(1e-11));
    }

    @Example
    void aRampIsAlikeAndACheckerboardIsNot() {
        Scene box = new Scene(12, 12, 12, Spacing.isotropic(1), 2, 0);
        double[] ramp = new double[12 * 12 * 12];
        double[] board = new double[ramp.length];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 12;
            board[i] = (i + i / 12 + i / 144) % 2;
        }
        SpatialAutocorrelation alike = SpatialAutocorrelation.of(box.region(), ramp, NEVER);
        SpatialAutocorrelation unlike = SpatialAutocorrelation.of(box.region(), board, NEVER);
        assertThat(alike.moransI()).isGreaterThan(0.1);
        assertThat(alike.gearysC()).isLessThan(0.9);
        assertThat(unlike.moransI()).isNegative();
        assertThat(unlike.gearysC()).isGreaterThan(1);
    }

    @Example
    void ofTwoVoxelsIsMinusOneAndOne() {
        Scene two = new Scene(2, 1, 1, new Spacing(0.7, 1, 1), 2, 0);
        SpatialAutocorrelation found = SpatialAutocorrelation.of(two.region(), new double[] {3, 8}, NEVER);
        assertThat(found.moransI()).isCloseTo(-1, within(1e-15));
        assertThat(found.gearysC()).isCloseTo(1, within(1e-15));
    }

    @Example
    void autocorrelationCanBeCancelled() {
        Scene box = new Scene(20, 20, 20, Spacing.isotropic(1), 2, 0);
        assertThatThrownBy(() -> SpatialAutocorrelation.of(box.region(), box.intensities(), () -> {
                    throw new CancellationException("now");
                }))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> SpatialAutocorrelation.of(box.region(), new double[3], NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 150)
    void peaksAreThoseOfALoopOverAllVoxelsOfTheImage(@ForAll("scenes") Scene scene) {
        IntensityPeaks found = IntensityPeaks.of(scene.region(), scene.image(), NEVER);
        double[] voxels = scene.voxels();
        boolean[] inside = scene.inside();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < voxels.length; i++) {
            highest = inside[i] ? Math.max(highest, voxels[i]) : highest;
        }
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < voxels.length; i++) {
            if (inside[i]) {
                double mean = naiveMean(scene, voxels, i);
                global = Math.max(global, mean);
                local = voxels[i] == highest ? Math.max(local, mean) : local;
            }
        }
        // Whole numbers add up exactly.
        assertThat(found).isEqualTo(new IntensityPeaks(local, global));
    }

    private static double naiveMean(Scene scene, double[] voxels, int i) {
        double sum = 0;
        int count = 0;
        for (int j = 0; j < voxels.length; j++) {
            double x = (i % scene.sizeX() - j % scene.sizeX()) * scene.spacing().xMm();
            double y = (i / scene.sizeX() % scene.sizeY() - j / scene.sizeX() % scene.sizeY())
                    * scene.spacing().yMm();
            double z = (i / scene.sizeX() / scene.sizeY() - j / scene.sizeX() / scene.sizeY())
                    * scene.spacing().zMm();
            if (x * x + y * y + z * z <= Math.pow(IntensityPeaks.RADIUS_MM, 2)) {
                sum += voxels[j];
                count++;
            }
        }
        return sum / count;
    }

    @Example
    void theSphereHasACubicCentimeterAndAVoxelThatIsNotFiniteIsRefused() {
        assertThat(IntensityPeaks.RADIUS_MM).isCloseTo(6.2035, within(5e-5));
        Scene box = new Scene(5, 5, 5, Spacing.isotropic(2), 0.1, 1);
        double[] voxels = box.voxels();
        voxels[62] = Double.NaN;
        assertThatThrownBy(() -> IntensityPeaks.of(box.region(), ImageVolume.of(box.grid(), voxels), NEVER))
                .isInstanceOf(InvalidCaseException.class);
    }

    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 11);
        return Combinators.combine(
                        size,
                        size,
                        size,
                        Arbitraries.of(
                                new Spacing(1, 1, 1),
                                new Spacing(0.8, 0.8, 2.5),
                                new Spacing(4, 1.25, 1.5),
                                new Spacing(9, 7, 10)),
                        Arbitraries.of(0.02, 0.3, 0.9, 2.0),
                        Arbitraries.longs())
                .as(Scene::new);
    }
}
