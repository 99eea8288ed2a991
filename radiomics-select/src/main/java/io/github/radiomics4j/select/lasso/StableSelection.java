package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.learn.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link StabilitySelection} found. A dropped column's score is its share of halves. Immutable. */
public final class StableSelection implements Selection {
    private final Map<String, Double> frequencies = new LinkedHashMap<>();
    private final List<String> kept;
    private final List<Dropped> dropped;
    private final double expectedFalseSelections;

    StableSelection(StabilitySelection options, List<String> names, int[] counts, int varying) {
        List<String> stable = new ArrayList<>();
        List<Dropped> others = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            double share = (double) counts[j] / options.subsamples();
            frequencies.put(names.get(j), share);
            if (share >= options.threshold()) {
                stable.add(names.get(j));
            } else {
                String reason = String.format(
                        Locale.ROOT, "selected on %.4g of the half samples, below %.4g", share, options.threshold());
                others.add(new Dropped(names.get(j), share, reason));
            }
        }
        kept = List.copyOf(stable);
        dropped = List.copyOf(others);
        double q = options.maximumFeatures();
        expectedFalseSelections = q * q / ((2 * options.threshold() - 1) * varying);
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Returns the share of halves on which each column was selected, in the order of the table. */
    public Map<String, Double> frequencies() {
        return Collections.unmodifiableMap(frequencies);
    }

    /** Returns the bound on the expected number of columns kept in error; infinite if no column varies. */
    public double expectedFalseSelections() {
        return expectedFalseSelections;
    }
}
