package io.github.radiomics4j.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A selection that picks columns. */
record PickedColumns(List<String> kept, List<Dropped> dropped) implements Selection {
    PickedColumns {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        Set<String> seen = new HashSet<>();
        kept.forEach(column -> requireNew(seen, column));
        dropped.forEach(one -> requireNew(seen, one.column()));
    }

    private static void requireNew(Set<String> seen, String column) {
        if (!seen.add(Objects.requireNonNull(column, "column"))) {
            throw new IllegalArgumentException("a column must be kept or dropped once, found " + column + " again");
        }
    }
}
