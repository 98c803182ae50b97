package io.belay.adapter.scripts;

/**
 * How much of a source is read; more is refused.
 *
 * @param mostFiles scripts and whatever lies beside them
 * @param mostBytes of one script
 * @param mostBytesInAll of all scripts
 */
public record Bounds(int mostFiles, int mostBytes, long mostBytesInAll) {
    /** 20,000 files, 16 MiB each, 64 MiB in all. */
    public static final Bounds USUAL = new Bounds(20_000, 16 << 20, 64L << 20);

    public Bounds {
        if (mostFiles < 1 || mostBytes < 1 || mostBytesInAll < 1) {
            throw new IllegalArgumentException("A bound is at least 1");
        }
    }
}
