package io.belay.adapter.plantedone;

import org.springframework.core.convert.support.GenericConversionService;

/** Planted. */
public final class ShowsItsLibrary {
    /** Shows it. */
    public GenericConversionService library() {
        return new GenericConversionService();
    }
}
