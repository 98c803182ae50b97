package io.belay.core.announce;

import static java.util.Objects.requireNonNull;

import io.belay.core.Report;

/**
 * What is told.
 *
 * @param title one line: what was done to which system, or why nothing was
 * @param text a few lines: why, how long each part took, and what a person should do next; no mark-up
 * @param report all of it, free of secrets
 */
public record Announcement(String title, String text, Report report) {
    public Announcement {
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(report, "report");
    }
}
