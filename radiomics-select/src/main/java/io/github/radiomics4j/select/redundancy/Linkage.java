package io.github.radiomics4j.select.redundancy;

/** How far two clusters are from each other, by the distances of their members. */
public enum Linkage {
    /** The mean over all pairs of members. */
    AVERAGE {
        @Override
        double join(double first, int firstSize, double second, int secondSize) {
            return (firstSize * first + secondSize * second) / (firstSize + secondSize);
        }
    },
    /** The largest: all members of a cluster are at most that far from each other. */
    COMPLETE {
        @Override
        double join(double first, int firstSize, double second, int secondSize) {
            return Math.max(first, second);
        }
    },
    /** The smallest: clusters grow into chains. */
    SINGLE {
        @Override
        double join(double first, int firstSize, double second, int secondSize) {
            return Math.min(first, second);
        }
    };

    /** Returns the distance to the union of two clusters, of those to each (Lance and Williams 1967). */
    abstract double join(double first, int firstSize, double second, int secondSize);
}
