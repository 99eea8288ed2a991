/**
 * From one image to several: an {@link io.github.radiomics4j.filter.ImageFilter} makes named images on the grid of its
 * input.
 *
 * <p>Stage 4. What surprises people: filters see the box they are given and nothing around it, so the same lesion has
 * other values at the border of another box.
 */
@NullMarked
package io.github.radiomics4j.filter;

import org.jspecify.annotations.NullMarked;
