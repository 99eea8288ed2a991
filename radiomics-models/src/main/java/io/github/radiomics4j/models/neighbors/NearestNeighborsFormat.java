package io.github.radiomics4j.models.neighbors;

import io.github.radiomics4j.models.fitted.ModelInfo;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.ScorerFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads models of {@link NearestNeighbors}. */
public final class NearestNeighborsFormat implements ScorerFormat {
    @Override
    public String kind() {
        return NearestNeighbors.KIND;
    }

    @Override
    public Scorer read(ModelInfo info, byte[] payload) throws IOException {
        return NearestCases.read(info.columns().size(), new ByteArrayInputStream(payload));
    }
}
