package com.example;

import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;

/** Embeds the core as a named module: it must be found, and must answer. */
final class OnTheModulePath {
    private OnTheModulePath() {}

    public static void main(String[] args) {
        Module core = IntegerPhantom.class.getModule();
        if (!"io.github.radiomics4j.core".equals(core.getName())) {
            throw new IllegalStateException("the core must be a named module, found " + core);
        }
        RegionOfInterest lesion = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        if (lesion.voxelCount() != 7664) {
            throw new IllegalStateException("the lesion must have 7664 voxels, found " + lesion.voxelCount());
        }
        System.out.println("module path: " + lesion.voxelCount() + " voxels, from " + core);
    }
}
