package io.belay.adapter.scripts;

/** What one statement means for the release before. */
sealed interface Opinion {
    /** It runs on. */
    record Fine() implements Opinion {}

    /** It breaks. */
    record Breaks(String why) implements Opinion {}

    /** It cannot be told. */
    record Doubt(String why) implements Opinion {}

    static Opinion fine() {
        return new Fine();
    }

    static Opinion breaks(String why) {
        return new Breaks(why);
    }

    static Opinion doubt(String why) {
        return new Doubt(why);
    }

    static Opinion notUnderstood() {
        return new Doubt("this statement is not understood");
    }

    /** The worse of two: what breaks for certain, then what may. */
    default Opinion and(Opinion other) {
        if (this instanceof Breaks || other instanceof Fine) {
            return this;
        }
        return other instanceof Breaks || this instanceof Fine ? other : this;
    }
}
