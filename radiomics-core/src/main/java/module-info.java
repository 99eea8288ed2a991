/** Image and mask in, radiomic features out: the packages in the order in which the data flow. */
module io.github.radiomics4j.core {
    requires static org.jspecify;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires de.siegmar.fastcsv;

    exports io.github.radiomics4j.run;
    exports io.github.radiomics4j.image;
    exports io.github.radiomics4j.io;
    exports io.github.radiomics4j.preprocess;
    exports io.github.radiomics4j.filter;
    exports io.github.radiomics4j.discretize;
    exports io.github.radiomics4j.texture;
    exports io.github.radiomics4j.shape;
    exports io.github.radiomics4j.intensity;
    exports io.github.radiomics4j.feature;
    exports io.github.radiomics4j.table;
    exports io.github.radiomics4j.extract;
    exports io.github.radiomics4j.learn;

    uses io.github.radiomics4j.io.VolumeFormat;
}
