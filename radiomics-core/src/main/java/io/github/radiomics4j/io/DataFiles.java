package io.github.radiomics4j.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a header names for its voxels. They lie in the folder of the header or below: a header that comes from
 * anywhere must not be able to name any other file of the machine.
 *
 * @param header the file of the header
 * @param offset where in it they are named, for errors
 */
record DataFiles(Path header, long offset) {
    /** More slices than any volume within the limits has at a useful size. */
    private static final int MAXIMUM_FILES = 1 << 16;

    /** What a pattern has in the place of the number: %d, %3d or %03d. */
    private static final Pattern NUMBER = Pattern.compile("%(0?)([1-9]?)[diu]");

    /** Returns the file of that name, which is there. */
    Path resolve(String name) throws VolumeFormatException {
        Path file;
        Path whole;
        try {
            file = header.resolveSibling(name);
            whole = file.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong("a data file must have a name, found \"" + HeaderLines.shown(name) + "\"");
        }
        Path own = header.toAbsolutePath().normalize();
        Path folder = own.getParent();
        if (name.isBlank() || whole.equals(own) || folder == null || !whole.startsWith(folder)) {
            throw wrong("a data file must lie in the folder of the header or below, found \"" + HeaderLines.shown(name)
                    + "\"");
        }
        if (!Files.isRegularFile(whole)) {
            throw wrong("the data file \"" + HeaderLines.shown(name) + "\" must be there, found none");
        }
        return file;
    }

    /** Returns whether {@code name} has a place for a number. */
    static boolean isPattern(String name) {
        return name.indexOf('%') >= 0;
    }

    /** Returns the names that {@code pattern} makes of {@code count} numbers: first, first + step, … */
    List<String> names(String pattern, long first, long step, long count) throws VolumeFormatException {
        Matcher number = NUMBER.matcher(pattern);
        if (!number.find() || pattern.indexOf('%') != pattern.lastIndexOf('%')) {
            throw wrong(
                    "a pattern must have one number as in %d or %03d, found \"" + HeaderLines.shown(pattern) + "\"");
        }
        requireCount(count);
        String before = pattern.substring(0, number.start());
        String after = pattern.substring(number.end());
        String format = number.group(2).isEmpty() ? "%d" : "%" + number.group(1) + number.group(2) + "d";
        List<String> names = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            names.add(before + String.format(Locale.ROOT, format, first + i * step) + after);
        }
        return names;
    }

    void requireCount(long count) throws VolumeFormatException {
        if (count < 1 || count > MAXIMUM_FILES) {
            throw wrong("there must be 1 to " + MAXIMUM_FILES + " data files, found " + count);
        }
    }

    private VolumeFormatException wrong(String message) {
        return new VolumeFormatException(header, offset, message);
    }
}
