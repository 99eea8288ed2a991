package io.github.radiomics4j.table;

/** What a join by case id does with cases that only one of the two tables has. */
public enum Join {
    /** Throws, and names them. */
    EXACT,
    /** Keeps the cases that both have, in the order of the first table. */
    INNER,
    /** Keeps all cases of the first table, in its order; what the second lacks is NaN with a reason. */
    LEFT
}
