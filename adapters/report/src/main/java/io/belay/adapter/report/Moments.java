package io.belay.adapter.report;

import io.belay.core.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The moments of a timeline, each with its time as evidence. */
final class Moments {
    static final String KIND = "moment";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Moments() {}

    /** When {@code finding} happened; empty where it is no moment. */
    static Optional<Instant> at(Finding finding) {
        return finding.evidence().stream()
                .filter(each -> finding.kind().equals(KIND) && each.fact().equals("at"))
                .flatMap(each -> instant(each.observed()).stream())
                .findFirst();
    }

    /** What stands where others have their kind: a moment's is its time, in UTC. */
    static String kind(Finding finding) {
        return at(finding).map(CLOCK::format).orElse(finding.kind());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
