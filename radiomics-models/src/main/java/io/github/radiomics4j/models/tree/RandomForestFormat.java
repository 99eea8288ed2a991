package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.models.fitted.ModelInfo;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.ScorerFormat;
import java.io.IOException;

/** Reads models of {@link RandomForest}. */
public final class RandomForestFormat implements ScorerFormat {
    @Override
    public String kind() {
        return RandomForest.KIND;
    }

    @Override
    public Scorer read(ModelInfo info, byte[] payload) throws IOException {
        return Forest.read(kind(), info.columns().size(), payload);
    }
}
