package io.belay.core;

/** Who wants to know, while a function runs, how far it is. Called from many threads; must not block. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void started(int subjects) {}

        @Override
        public void finished(Finding finding) {}
    };

    /** The run has begun; {@code subjects} findings are to come. */
    void started(int subjects);

    /** One more is there, free of secrets. */
    void finished(Finding finding);
}
