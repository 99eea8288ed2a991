package io.github.radiomics4j.extract;

import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Phantoms of mixed size by their number; every tenth is broken in one of several ways. */
final class SyntheticCohort {
    /** Wide enough that the thin phantoms lack an image. */
    static final ExtractionSettings SETTINGS =
            ExtractionSettings.pyradiomics().withFilters(new Original(), LaplacianOfGaussian.of(2, 9));

    private SyntheticCohort() {}

    static List<LesionCase> cases(int count) {
        List<LesionCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            cases.add(LesionCase.of("P%04d".formatted(i), () -> image(number), () -> mask(number)));
        }
        return cases;
    }

    /** Most are small, so that a thousand take a minute; one in 25 is a hundred times larger. */
    private static Grid grid(int number) {
        if (number % 25 == 13) {
            return Grid.of(new Size(56, 52, 40), new Spacing(1, 1, 1));
        }
        return Grid.of(new Size(12 + number % 5, 13 + number % 3, 8 + number % 7), new Spacing(1, 1, 1));
    }

    static ImageVolume image(int number) throws IOException {
        if (number % 50 == 9) {
            throw new NoSuchFileException("image of " + number);
        }
        return IntegerPhantom.image(grid(number), number);
    }

    static Mask mask(int number) {
        Grid grid = grid(number);
        return switch (number % 50) {
            case 19 -> Mask.of(grid, new boolean[Math.toIntExact(grid.size().voxelCount())]);
            case 29 -> IntegerPhantom.mask(grid(number + 1));
            case 39 -> throw new IllegalStateException("the archive said: \"no\",\nand nothing else");
            case 49 -> oneVoxel(grid);
            default -> IntegerPhantom.mask(grid);
        };
    }

    private static Mask oneVoxel(Grid grid) {
        boolean[] inside = new boolean[Math.toIntExact(grid.size().voxelCount())];
        inside[inside.length / 2] = true;
        return Mask.of(grid, inside);
    }

    /** A process of its own, to be killed: csv, number of cases, cases in flight. */
    public static void main(String[] arguments) throws IOException {
        int inFlight = Integer.parseInt(arguments[2]);
        ExecutorService pool = Executors.newFixedThreadPool(inFlight);
        try {
            CohortSummary summary = CohortExtractor.of(RadiomicsExtractor.of(SETTINGS))
                    .withCasesInFlight(inFlight)
                    .extract(cases(Integer.parseInt(arguments[1])), Path.of(arguments[0]), Execution.on(pool));
            System.out.println(summary.rows() + " rows, " + summary.failures().size() + " failures");
        } finally {
            pool.shutdownNow();
        }
    }
}
