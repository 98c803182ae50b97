package io.belay.adapter.kubernetes;

/** What is asked of a template's images. */
public enum Pins {
    /** Nothing; one that is named by a tag is said to be. */
    AS_WRITTEN,
    /** Each has a digest; a template of which one has not is no place to return to. */
    REQUIRED
}
