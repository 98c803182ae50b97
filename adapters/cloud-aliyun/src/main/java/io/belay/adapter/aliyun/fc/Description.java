package io.belay.adapter.aliyun.fc;

import io.belay.core.release.MemoryText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The description of an alias: the note of the journal, since when which version is on trial, and behind them what a person
 * wrote, as far as there is room: {@code belay1 none | 7@2026-11-21T06:00:00Z | the public entry}.
 *
 * <p>It is 256 characters long at the most. (ROS reference, {@code ALIYUN::FC::Alias}.)
 *
 * @param journal empty where nothing of ours stands there
 * @param version on trial when this was written
 * @param since when it came on trial
 * @param text a person's
 */
record Description(Optional<String> journal, String version, Optional<Instant> since, String text) {
    /** How long the note of a journal may be: 200 of the 256, so that a person's words are not all lost. */
    static final int JOURNAL = 200;

    private static final int LONGEST = 256;
    private static final String BAR = " | ";

    static Description of(String text) {
        var parts = text.split(" \\| ", 3);
        if (!text.startsWith("belay1 ") || parts.length < 2) {
            return new Description(Optional.empty(), "", Optional.empty(), text);
        }
        var at = parts[1].indexOf('@');
        return new Description(
                Optional.of(parts[0]),
                at < 0 ? "" : parts[1].substring(0, at),
                at < 0 ? Optional.empty() : time(parts[1].substring(at + 1)),
                parts.length == 3 ? parts[2] : "");
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Since when {@code current} is on trial: as was written, or, where somebody else brought it in, since {@code modified}. */
    Optional<Instant> since(String current, Optional<Instant> modified) {
        return version.equals(current) && since.isPresent() ? since : modified;
    }

    /** The text of it, a person's words cut where they do not fit. */
    String write() {
        var own = journal.orElse(MemoryText.JOURNAL)
                + since.map(at -> BAR + version + "@" + at).orElse(BAR + "-");
        var room = LONGEST - own.length() - BAR.length();
        if (text.isEmpty() || room < 1) {
            return own;
        }
        return own + BAR + (text.length() <= room ? text : text.substring(0, room)).strip();
    }
}
