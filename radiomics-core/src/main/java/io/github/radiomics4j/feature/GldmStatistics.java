package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Gldm;

/** Sums over one dependence matrix, made once; the features are quotients of them. */
final class GldmStatistics {
    private final double total;
    private final LevelHistogram levels = new LevelHistogram();
    private final LevelHistogram dependences = new LevelHistogram();
    private double entropyTerms;
    private int occupied;
    private double smallHigh;
    private double smallLow;
    private double largeHigh;
    private double largeLow;

    GldmStatistics(Gldm gldm) {
        long[] byDependence = new long[gldm.largestDependence() + 1];
        double sum = 0;
        for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
            double i2 = (double) gldm.level(rank) * gldm.level(rank);
            long row = 0;
            double small = 0;
            double large = 0;
            for (int j = 1; j < byDependence.length; j++) {
                int count = gldm.count(rank, j);
                if (count == 0) {
                    continue;
                }
                row += count;
                byDependence[j] += count;
                occupied++;
                entropyTerms += CountEntropy.term(count);
                double j2 = (double) j * j;
                small += count / j2;
                large += count * j2;
            }
            levels.add(gldm.level(rank), row);
            sum += row;
            smallHigh += small * i2;
            smallLow += small / i2;
            largeHigh += large * i2;
            largeLow += large / i2;
        }
        dependences.take(byDependence, 1, byDependence.length - 1);
        total = sum;
    }

    double dependenceEntropy() {
        return CountEntropy.bits(entropyTerms, total, occupied);
    }

    double dependenceNonUniformity() {
        return dependences.squaredCounts() / total;
    }

    double dependenceNonUniformityNormalized() {
        return dependences.squaredCounts() / total / total;
    }

    double dependenceVariance() {
        return dependences.moment2(dependences.mean(total), total);
    }

    double grayLevelNonUniformity() {
        return levels.squaredCounts() / total;
    }

    double grayLevelVariance() {
        return levels.moment2(levels.mean(total), total);
    }

    double highGrayLevelEmphasis() {
        return levels.moment2(0, total);
    }

    double lowGrayLevelEmphasis() {
        return levels.inverseMoment2(total);
    }

    double largeDependenceEmphasis() {
        return dependences.moment2(0, total);
    }

    double smallDependenceEmphasis() {
        return dependences.inverseMoment2(total);
    }

    double largeDependenceHighGrayLevelEmphasis() {
        return largeHigh / total;
    }

    double largeDependenceLowGrayLevelEmphasis() {
        return largeLow / total;
    }

    double smallDependenceHighGrayLevelEmphasis() {
        return smallHigh / total;
    }

    double smallDependenceLowGrayLevelEmphasis() {
        return smallLow / total;
    }
}
