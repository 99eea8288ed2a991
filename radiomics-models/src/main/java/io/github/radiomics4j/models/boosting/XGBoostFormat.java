package io.github.radiomics4j.models.boosting;

import io.github.radiomics4j.models.fitted.ModelInfo;
import io.github.radiomics4j.models.fitted.OptionalLibrary;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.ScorerFormat;
import java.io.IOException;

/** Reads models of {@link XGBoost}. */
public final class XGBoostFormat implements ScorerFormat {
    @Override
    public String kind() {
        return XGBoost.KIND;
    }

    @Override
    public Scorer read(ModelInfo info, byte[] payload) throws IOException {
        OptionalLibrary.XGBOOST.require();
        return XGBoostTrees.read(payload, info.columns().size());
    }
}
