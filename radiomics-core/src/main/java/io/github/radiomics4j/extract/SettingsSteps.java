package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.MinMaxNormalization;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.NyulScale;
import io.github.radiomics4j.preprocess.PercentileClipping;
import io.github.radiomics4j.preprocess.VoxelScope;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps before the extraction: a list of their names, or a section of them in their order, each with its options. A step
 * that comes again is numbered: {@code n4-2}.
 */
final class SettingsSteps {
    static final String ITERATIONS = "iterations";
    static final String CONVERGENCE_THRESHOLD = "convergenceThreshold";
    static final String HISTOGRAM_BINS = "histogramBins";
    static final String FIELD_FWHM = "fieldFwhm";
    static final String WIENER_NOISE = "wienerNoise";
    static final String CONTROL_POINTS = "controlPoints";
    static final String SPLINE_ORDER = "splineOrder";
    static final String SHRINK = "shrink";
    static final String LOWER = "lower";
    static final String UPPER = "upper";
    static final String SCOPE = "scope";
    static final String PERCENTILES = "percentiles";
    static final String LANDMARKS = "landmarks";
    static final String TRAINING_CASES = "trainingCases";

    /** The steps and their options. */
    static final Map<String, List<String>> OPTIONS = options();

    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d{1,9}");

    private SettingsSteps() {}

    private static Map<String, List<String>> options() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put(
                "n4",
                List.of(
                        ITERATIONS,
                        CONVERGENCE_THRESHOLD,
                        HISTOGRAM_BINS,
                        FIELD_FWHM,
                        WIENER_NOISE,
                        CONTROL_POINTS,
                        SPLINE_ORDER,
                        SHRINK));
        steps.put("zScore", List.of(SCOPE));
        steps.put("minMax", List.of(LOWER, UPPER, SCOPE));
        steps.put("percentileClipping", List.of(LOWER, UPPER, SCOPE));
        steps.put("nyul", List.of(PERCENTILES, LANDMARKS, SCOPE, TRAINING_CASES));
        return steps;
    }

    /** Returns the name that a file has for a step. */
    static String name(ImageStep step) {
        if (step instanceof N4BiasCorrection) {
            return "n4";
        } else if (step instanceof ZScoreNormalization) {
            return "zScore";
        } else if (step instanceof MinMaxNormalization) {
            return "minMax";
        } else if (step instanceof PercentileClipping) {
            return "percentileClipping";
        } else if (step instanceof NyulScale) {
            return "nyul";
        }
        throw new IllegalStateException("step " + step);
    }

    static List<ImageStep> read(Entry entry) {
        List<ImageStep> steps = new ArrayList<>();
        if (entry.section() == null && entry.value().value() instanceof List<?>) {
            for (ParameterValue name : entry.value().asList()) {
                Section none = new Section(name.source(), name.line(), name.key(), Map.of());
                steps.add(step(name.asText(), none, name));
            }
            return steps;
        }
        for (Map.Entry<String, Entry> step :
                SettingsSection.sectionOf(entry).entries().entrySet()) {
            steps.add(step(
                    step.getKey(),
                    SettingsSection.sectionOf(step.getValue()),
                    step.getValue().value()));
        }
        return steps;
    }

    private static ImageStep step(String key, Section options, ParameterValue at) {
        Matcher numbered = NUMBERED.matcher(key);
        String name = numbered.matches() ? numbered.group(1) : key;
        List<String> known = OPTIONS.get(name);
        if (known == null) {
            List<String> all = List.copyOf(OPTIONS.keySet());
            throw at.problem("is no step before the extraction" + SettingsKeys.nearest(name, all) + "; there are "
                    + String.join(", ", all));
        }
        SettingsSection s = new SettingsSection(options, known);
        return switch (name) {
            case "n4" -> n4(s);
            case "zScore" -> s.with(SCOPE, ZScoreNormalization.withDefaults(), (z, v) -> z.withScope(scope(v)));
            case "minMax" -> minMax(s, at);
            case "percentileClipping" -> clipping(s, at);
            case "nyul" -> nyul(s, at);
            default -> throw new IllegalStateException("step " + name);
        };
    }

    private static N4BiasCorrection n4(SettingsSection s) {
        N4BiasCorrection n4 = s.with(
                ITERATIONS,
                N4BiasCorrection.withDefaults(),
                (n, v) -> n.withIterations(
                        v.asList().stream().map(SettingsSection::whole).toArray(Integer[]::new)));
        n4 = s.with(CONVERGENCE_THRESHOLD, n4, (n, v) -> n.withConvergenceThreshold(SettingsSection.number(v)));
        n4 = s.with(HISTOGRAM_BINS, n4, (n, v) -> n.withHistogramBins(SettingsSection.whole(v)));
        n4 = s.with(FIELD_FWHM, n4, (n, v) -> n.withFieldFwhm(SettingsSection.number(v)));
        n4 = s.with(WIENER_NOISE, n4, (n, v) -> n.withWienerNoise(SettingsSection.number(v)));
        n4 = s.with(SPLINE_ORDER, n4, (n, v) -> n.withSplineOrder(SettingsSection.whole(v)));
        n4 = s.with(CONTROL_POINTS, n4, (n, v) -> {
            Size size = size(v);
            return n.withControlPoints(size.x(), size.y(), size.z());
        });
        return s.with(SHRINK, n4, (n, v) -> {
            Size size = size(v);
            return n.withShrink(size.x(), size.y(), size.z());
        });
    }

    private static Size size(ParameterValue value) {
        List<ParameterValue> items = value.asList();
        if (items.size() != 3) {
            throw value.problem("must have three whole numbers (x, y, z), found " + value);
        }
        return new Size(
                SettingsSection.whole(items.get(0)),
                SettingsSection.whole(items.get(1)),
                SettingsSection.whole(items.get(2)));
    }

    private static VoxelScope scope(ParameterValue value) {
        return SettingsSection.choice(value, VoxelScope.class);
    }

    private static MinMaxNormalization minMax(SettingsSection s, ParameterValue at) {
        MinMaxNormalization before = MinMaxNormalization.withDefaults();
        MinMaxNormalization made = SettingsSection.changed(
                at, before, (m, v) -> m.withRange(number(s, LOWER, m.lower()), number(s, UPPER, m.upper())));
        return s.with(SCOPE, made, (m, v) -> m.withScope(scope(v)));
    }

    private static PercentileClipping clipping(SettingsSection s, ParameterValue at) {
        PercentileClipping before = PercentileClipping.withDefaults();
        PercentileClipping made = SettingsSection.changed(
                at, before, (c, v) -> c.withPercentiles(number(s, LOWER, c.lower()), number(s, UPPER, c.upper())));
        return s.with(SCOPE, made, (c, v) -> c.withScope(scope(v)));
    }

    private static double number(SettingsSection s, String key, double absent) {
        return s.has(key) ? SettingsSection.number(s.value(key)) : absent;
    }

    private static NyulScale nyul(SettingsSection s, ParameterValue at) {
        for (String key : List.of(PERCENTILES, LANDMARKS, SCOPE)) {
            if (!s.has(key)) {
                throw at.problem("must have the key " + key + ": a scale that was learned from training cases");
            }
        }
        List<String> cases = s.has(TRAINING_CASES)
                ? s.value(TRAINING_CASES).asList().stream()
                        .map(ParameterValue::asText)
                        .toList()
                : List.of();
        try {
            return new NyulScale(
                    numbers(s.value(PERCENTILES)), numbers(s.value(LANDMARKS)), scope(s.value(SCOPE)), cases);
        } catch (ParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw at.problem("cannot be: " + e.getMessage());
        }
    }

    private static List<Double> numbers(ParameterValue value) {
        return value.asList().stream().map(SettingsSection::number).toList();
    }
}
