package io.belay.core.settings;

/**
 * A block whose keys are each right and do not fit together: {@code either url or host}. The decoder adds the place.
 */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * A fault of {@code key}.
     *
     * @param key the key to look at
     * @param meant what was found and what was meant, in one sentence without secrets
     */
    public SettingException(String key, String meant) {
        super(meant);
        this.key = key;
    }

    /** The key to look at. */
    public String key() {
        return key;
    }
}
