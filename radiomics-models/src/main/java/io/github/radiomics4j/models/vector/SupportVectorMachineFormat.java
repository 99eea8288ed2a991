package io.github.radiomics4j.models.vector;

import io.github.radiomics4j.models.fitted.ModelInfo;
import io.github.radiomics4j.models.fitted.Scorer;
import io.github.radiomics4j.models.fitted.ScorerFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads models of {@link SupportVectorMachine}. */
public final class SupportVectorMachineFormat implements ScorerFormat {
    @Override
    public String kind() {
        return SupportVectorMachine.KIND;
    }

    @Override
    public Scorer read(ModelInfo info, byte[] payload) throws IOException {
        return SupportVectors.read(info.columns().size(), new ByteArrayInputStream(payload));
    }
}
