package io.github.radiomics4j.filter;

class WaveletInPlanesContractTest extends ImageFilterContract {
    @Override
    protected ImageFilter filter() {
        return Wavelet.withDefaults().withLevels(1, 2).inPlanesAcross(1);
    }
}
