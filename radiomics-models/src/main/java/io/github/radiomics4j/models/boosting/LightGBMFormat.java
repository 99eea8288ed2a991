package io.github.radiomics4j.models.boosting;

import io.github.radiomics4j.models.fitted.ModelInfo;
import io.github.radiomics4j.models.fitted.OptionalLibrary;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.ScorerFormat;
import java.io.IOException;

/** Reads models of {@link LightGBM}. */
public final class LightGBMFormat implements ScorerFormat {
    @Override
    public String kind() {
        return LightGBM.KIND;
    }

    @Override
    public Scorer read(ModelInfo info, byte[] payload) throws IOException {
        OptionalLibrary.LIGHTGBM.require();
        return LightGBMTrees.read(payload, info.columns().size());
    }
}
