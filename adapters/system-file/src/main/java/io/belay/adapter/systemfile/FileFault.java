package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong in a system file, fit to show: it quotes the file and never what a reference stands for.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1, in characters
 * @param path the keys that lead there, {@code health.checks[2].http.url}; empty for the file itself
 * @param found what stands there
 * @param meant what would be right there
 */
public record FileFault(String file, int line, int column, String path, String found, String meant) {
    public FileFault {
        requireNonNull(file, "file");
        requireNonNull(path, "path");
        requireNonNull(found, "found");
        requireNonNull(meant, "meant");
    }

    /** The fault in one line: {@code harbor.yaml:9:13 health.checks[0].wait: found "5", meant a span such as 5s}. */
    public String shown() {
        var place = file + ":" + line + ":" + column;
        return (path.isEmpty() ? place : place + " " + path) + ": found " + found + ", meant " + meant;
    }

    @Override
    public String toString() {
        return shown();
    }
}
