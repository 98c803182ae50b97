package io.belay.adapter.plantedother;

/** Planted. */
public final class Other {}
