package io.github.radiomics4j.filter;

import java.util.OptionalInt;

class WaveletContractTest extends ImageFilterContract {
    @Override
    protected ImageFilter filter() {
        return new Wavelet(MotherWavelet.byName("bior2.2"), 1, 2, OptionalInt.empty());
    }
}
