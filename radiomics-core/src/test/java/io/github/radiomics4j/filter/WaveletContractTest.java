package io.github.radiomics4j.filter;

class WaveletContractTest extends ImageFilterContract {
    @Override
    protected ImageFilter filter() {
        return new Wavelet(MotherWavelet.byName("bior2.2"), 1, 2);
    }
}
