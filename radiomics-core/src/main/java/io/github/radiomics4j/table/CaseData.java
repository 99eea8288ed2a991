package io.github.radiomics4j.table;

import java.util.Collection;
import java.util.List;

/**
 * What is known of some cases, found by case id: numbers ({@link FeatureTable}), or volumes that are opened late. One
 * cross-validation and one evaluation serve all kinds, since they need no more than this.
 *
 * @param <D> the kind itself
 */
public interface CaseData<D extends CaseData<D>> {

    /** Returns the case ids, each once, in the order of the rows. */
    List<String> caseIds();

    /**
     * Returns the cases of {@code ids}, in their order.
     *
     * @throws IllegalArgumentException if an id has no case or occurs twice; all such ids are named
     */
    D rows(Collection<String> ids);
}
