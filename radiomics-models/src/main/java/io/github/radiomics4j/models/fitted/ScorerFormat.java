package io.github.radiomics4j.models.fitted;

import java.io.IOException;

/** Reads the payload of one kind of model; registered as a service by its public constructor without arguments. */
public interface ScorerFormat {

    /** Returns the name of the kind, as {@link Scorer#kind()} gives it. */
    String kind();

    /**
     * Returns what {@link Scorer#toBytes()} has written.
     *
     * @param info the header of the file
     * @param payload all of it
     * @throws IOException if the payload is not of this kind or damaged
     * @throws IllegalStateException if the library of this kind is missing; it is named
     */
    Scorer read(ModelInfo info, byte[] payload) throws IOException;
}
