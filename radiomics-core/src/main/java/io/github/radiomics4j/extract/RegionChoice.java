package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.RadiomicsExtractor.Target;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which voxels of a mask are a region, or several regions that are each a row of their own. */
sealed interface RegionChoice {

    /**
     * Returns the regions by the ids of their rows, in order; at least one.
     *
     * @param caseId of the case
     * @param label of the settings
     * @throws InvalidCaseException if the mask has no region to choose
     */
    Map<String, Target> targets(String caseId, Mask mask, int label);

    /** The label of the settings. */
    record OfSettings() implements RegionChoice {
        @Override
        public Map<String, Target> targets(String caseId, Mask mask, int label) {
            return Map.of(caseId, new Target(mask, label));
        }
    }

    /** One label in the place of the settings'. */
    record OneLabel(int label) implements RegionChoice {
        /** Checks that the label is positive. */
        public OneLabel {
            if (label < 1) {
                throw new IllegalArgumentException("a label must be positive, found " + label);
            }
        }

        @Override
        public Map<String, Target> targets(String caseId, Mask mask, int ofSettings) {
            return Map.of(caseId, new Target(mask, label));
        }
    }

    /** Several labels as one region; none named: all but 0. */
    record Merged(Set<Integer> labels) implements RegionChoice {
        /** Checks that the labels are positive. */
        public Merged {
            if (labels.stream().anyMatch(label -> label < 1)) {
                throw new IllegalArgumentException("labels must be positive, found " + labels);
            }
        }

        @Override
        public Map<String, Target> targets(String caseId, Mask mask, int ofSettings) {
            if (!labels.isEmpty()
                    && mask.census().keySet().stream().noneMatch(found -> labels.contains(found.intValue()))) {
                // Says which labels there are, or that there are none.
                MaskCheck.requireLabel(
                        mask, labels.stream().min(Integer::compare).orElseThrow());
            }
            return Map.of(caseId, new Target(labels.isEmpty() ? mask.anyLabel() : mask.labels(labels), 1));
        }
    }

    /** Each label. */
    record EachLabel() implements RegionChoice {
        @Override
        public Map<String, Target> targets(String caseId, Mask mask, int ofSettings) {
            Map<String, Target> targets = new LinkedHashMap<>();
            for (long label : mask.census().keySet()) {
                if (label > Integer.MAX_VALUE) {
                    throw new InvalidCaseException(
                            Reason.LIMIT, "a label must be at most " + Integer.MAX_VALUE + ", found " + label);
                }
                targets.put(caseId + "-label" + label, new Target(mask, (int) label));
            }
            if (targets.isEmpty()) {
                MaskCheck.requireLabel(mask, ofSettings);
            }
            return targets;
        }
    }

    /** Each connected component of the settings' label. */
    record EachComponent() implements RegionChoice {
        @Override
        public Map<String, Target> targets(String caseId, Mask mask, int label) {
            MaskCheck.requireLabel(mask, label);
            Mask components = mask.components(label);
            Map<String, Target> targets = new LinkedHashMap<>();
            for (long component : components.census().keySet()) {
                targets.put(caseId + "-component" + component, new Target(components, (int) component));
            }
            return targets;
        }
    }
}
