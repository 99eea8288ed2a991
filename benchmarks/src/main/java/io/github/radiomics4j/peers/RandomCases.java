package io.github.radiomics4j.peers;

import io.github.radiomics4j.extract.RandomCase;
import io.github.radiomics4j.io.VolumeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes random lesions and parameter files, and their list, for benchmarks/peers/random_parameters.py. */
public final class RandomCases {
    private RandomCases() {}

    /**
     * Writes the files.
     *
     * @param arguments a folder, which is made, the number of cases, and the seed of the first; the next has the next
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long first = Long.parseLong(arguments[2]);
        List<String> list = new ArrayList<>();
        for (long seed = first; seed < first + Long.parseLong(arguments[1]); seed++) {
            RandomCase random = RandomCase.of(seed);
            Path image = folder.resolve(seed + "_image.nrrd");
            Path mask = folder.resolve(seed + "_mask.nrrd");
            Path parameters = folder.resolve(seed + (random.parameters().startsWith("{") ? ".json" : ".yaml"));
            VolumeWriter.withDefaults().write(random.image(), image);
            VolumeWriter.withDefaults().write(random.mask(), mask);
            Files.writeString(parameters, random.parameters());
            list.add(seed + "\t" + image + "\t" + mask + "\t" + parameters);
        }
        Files.write(folder.resolve("cases.tsv"), list);
    }
}
