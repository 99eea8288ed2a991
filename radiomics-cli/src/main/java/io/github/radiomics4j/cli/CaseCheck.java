package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * What can be said of a list without computing anything: the files are there, their headers can be read, and image and
 * mask share a grid where they must.
 *
 * @param mustShareGrid whether the settings leave both grids as they are
 * @param tolerance of the comparison
 */
record CaseCheck(boolean mustShareGrid, double tolerance) {

    static CaseCheck of(ExtractionSettings settings) {
        return new CaseCheck(
                settings.resampling().isEmpty() && !settings.maskCheck().correctMask(),
                settings.maskCheck().geometryTolerance().orElse(Grid.DEFAULT_TOLERANCE));
    }

    /** Names the cases with a problem and returns the exit code. */
    int report(CaseList list, PrintWriter out, PrintWriter err) {
        int problems = 0;
        for (CaseList.Case one : list.cases()) {
            Optional<String> problem = problem(one);
            if (problem.isPresent()) {
                err.println("radiomics4j: " + one.lesion().id() + ": " + problem.get());
                problems++;
            }
        }
        out.println(list.cases().size() + " cases, " + problems + " with a problem; the settings are valid");
        out.flush();
        err.flush();
        return problems == 0 ? CommandLine.ExitCode.OK : Main.BAD_INPUT;
    }

    private Optional<String> problem(CaseList.Case one) {
        try {
            Grid image = grid(one.image());
            Grid mask = grid(one.mask());
            List<String> differences = mustShareGrid ? image.differences(mask, tolerance) : List.of();
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of("image and mask must share a grid: " + String.join(", ", differences));
        } catch (IOException e) {
            return Optional.of(String.valueOf(BadInputException.of(e).getMessage()));
        }
    }

    private static Grid grid(Path file) throws IOException {
        return VolumeReader.withDefaults().readHeader(file).grid();
    }
}
