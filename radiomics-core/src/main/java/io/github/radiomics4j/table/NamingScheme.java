package io.github.radiomics4j.table;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import java.util.HashMap;
import java.util.Map;

/** How features are named where they are written. Every name leads back to its feature. */
public enum NamingScheme {
    /** {@code image_family_feature}, exactly as PyRadiomics writes it: {@link FeatureName#toString()}. */
    PYRADIOMICS {
        @Override
        public String column(FeatureName name) {
            return name.toString();
        }

        @Override
        public FeatureName parse(String column) {
            return FeatureName.parse(column);
        }
    },

    /**
     * The tags of the IBSI compliance sheet, such as {@code cm_contrast_3D_avg}, for the features of IBSI's families on the
     * image that no filter has touched; everything else keeps the name that {@link #PYRADIOMICS} gives it.
     */
    IBSI {
        @Override
        public String column(FeatureName name) {
            String tag = Tags.BY_NAME.get(name);
            return tag == null ? name.toString() : tag;
        }

        @Override
        public FeatureName parse(String column) {
            FeatureName name = Tags.BY_TAG.get(column);
            return name == null ? FeatureName.parse(column) : name;
        }
    };

    /** Returns the name of the column of {@code name}. */
    public abstract String column(FeatureName name);

    /**
     * Returns the feature whose column has this name.
     *
     * @throws IllegalArgumentException if no column can have it
     */
    public abstract FeatureName parse(String column);

    /** The tags of the compliance sheet, both ways; made when first asked for. */
    private static final class Tags {
        static final Map<FeatureName, String> BY_NAME = byName();
        static final Map<String, FeatureName> BY_TAG = byTag();

        private Tags() {}

        private static Map<FeatureName, String> byName() {
            Map<FeatureName, String> tags = new HashMap<>();
            for (FeatureFamily family : IbsiFamilies.all()) {
                for (Feature feature : family.features()) {
                    if (!feature.ibsiTag().isEmpty()) {
                        tags.put(FeatureName.of(FeatureName.ORIGINAL, feature), feature.ibsiTag());
                    }
                }
            }
            return Map.copyOf(tags);
        }

        private static Map<String, FeatureName> byTag() {
            Map<String, FeatureName> names = new HashMap<>();
            BY_NAME.forEach((name, tag) -> names.put(tag, name));
            return Map.copyOf(names);
        }
    }
}
