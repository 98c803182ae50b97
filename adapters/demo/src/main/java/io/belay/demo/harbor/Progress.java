package io.belay.demo.harbor;

/** Hears how a start goes on. Parts start side by side, so it is called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Says nothing to anybody. */
    Progress SILENT = (part, state, note) -> {};

    /** How far a part is. */
    enum State {
        /** It has begun. */
        STARTING,
        /** It works. */
        UP,
        /** It cannot be had on this machine; harbor runs without. */
        ABSENT,
        /** It could not be started; harbor does not run. */
        FAILED
    }

    /**
     * A part has come to {@code state}.
     *
     * @param note one sentence for a person; empty where there is nothing to add
     */
    void reached(Part part, State state, String note);
}
