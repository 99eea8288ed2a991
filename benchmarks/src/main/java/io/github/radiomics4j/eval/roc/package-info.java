/** Areas under ROC curves: how fast, and how often their intervals hold the true one. */
package io.github.radiomics4j.eval.roc;
