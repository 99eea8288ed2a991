package io.github.radiomics4j.cli;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a file holds. */
@Command(
        name = "info",
        description =
                "Say what image or mask files hold: size, spacing, origin, direction, type, range, and the labels when there are few.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    /** A file with more different whole numbers than this is an image, not a mask. */
    private static final int MOST_LABELS = 64;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "NIfTI, NRRD or MetaImage files.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int exitCode = CommandLine.ExitCode.OK;
        for (Path file : files) {
            try {
                describe(file, VolumeReader.withDefaults().readImage(file), out);
            } catch (IOException e) {
                err.println("radiomics4j: " + BadInputException.of(e).getMessage());
                exitCode = Main.BAD_INPUT;
            }
        }
        out.flush();
        return exitCode;
    }

    private static void describe(Path file, ImageVolume volume, PrintWriter out) {
        Grid grid = volume.grid();
        Direction d = grid.direction();
        out.println(file);
        out.println("  size       " + grid.size());
        out.println("  spacing    " + grid.spacing() + " mm");
        out.println("  origin     " + grid.origin() + " mm (LPS)");
        out.println("  direction  (" + d.xx() + ", " + d.xy() + ", " + d.xz() + "; " + d.yx() + ", " + d.yy() + ", "
                + d.yz() + "; " + d.zx() + ", " + d.zy() + ", " + d.zz() + ")");
        out.println("  type       " + volume.type());
        double[] values = volume.toDoubles();
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (double value : values) {
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            whole &= value == Math.rint(value) && value >= 0;
        }
        out.println("  range      " + minimum + " to " + maximum);
        if (whole && maximum < 1 << 16) {
            SortedMap<Long, Long> census = Mask.of(volume).census();
            if (census.size() <= MOST_LABELS) {
                census.forEach((label, count) -> out.println("  label " + label + "    " + count + " voxels"));
            }
        }
    }
}
