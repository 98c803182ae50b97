package io.belay.core.script;

import static java.util.Objects.requireNonNull;

/**
 * A checksum as a tool's ledger holds it.
 *
 * @param rule whose, and how it is made: {@code flyway crc32}
 * @param value in the tool's own spelling
 */
public record Checksum(String rule, String value) {
    public Checksum {
        requireNonNull(rule, "rule");
        requireNonNull(value, "value");
    }
}
