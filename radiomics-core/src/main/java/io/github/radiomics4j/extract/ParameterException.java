package io.github.radiomics4j.extract;

import java.io.Serial;
import java.util.OptionalInt;

/** A parameter file, or one setting given by hand, cannot be used. The message names the file, the line and the key. */
public final class ParameterException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int line;

    /**
     * @param source the file or the place the setting came from
     * @param line in the source, from 1; 0 where there is none
     * @param key the key that is wrong, such as {@code "setting.binWidth"}; empty for the file as a whole
     * @param problem what must hold and what was found
     */
    ParameterException(String source, int line, String key, String problem) {
        super(source + (line > 0 ? ", line " + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
        this.key = key;
        this.line = line;
    }

    /** Returns the key that is wrong, such as {@code "setting.binWidth"}; empty where the file as a whole is. */
    public String key() {
        return key;
    }

    /** Returns the line, from 1; empty where the setting did not come from a file. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
