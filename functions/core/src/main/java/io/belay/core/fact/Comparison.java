package io.belay.core.fact;

/** The ways in which one value can be held against another. */
public enum Comparison {
    /** Below the bound. */
    BELOW("<"),
    /** The bound or below. */
    AT_MOST("<="),
    /** The bound or above. */
    AT_LEAST(">="),
    /** Above the bound. */
    ABOVE(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** As the system file writes it. */
    public String sign() {
        return sign;
    }

    boolean accepts(int order) {
        return switch (this) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
        };
    }
}
