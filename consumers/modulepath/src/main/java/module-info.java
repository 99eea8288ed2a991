/** An application that requires the core, and nothing else, by its module name. */
module com.example.modulepath {
    requires io.github.radiomics4j.core;
}
