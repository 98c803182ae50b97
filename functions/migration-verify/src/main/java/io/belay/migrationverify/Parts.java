package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Redactor;
import io.belay.core.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the parts of a finding on a database are written; {@link #clean} comes last, once the secrets can be found whole. */
final class Parts {
    /** How much of one part is shown; the rest is counted. */
    static final int MOST = 200;

    /** How much of a schema's, which is a line for each column: as much as a page shows. */
    static final int MOST_OF_SCHEMA = 2_000;

    private Parts() {}

    static Finding of(String subject, String kind, Verdict verdict, String summary, List<Evidence> evidence) {
        return new Finding(subject, kind, "", verdict, summary, evidence, Duration.ZERO);
    }

    static Finding unread(String subject, String kind, Fault fault) {
        return of(subject, kind, Verdict.UNKNOWN, "could not be read: " + fault, List.of());
    }

    /** Each text on one line, its secrets gone before anything of them is written otherwise or cut off. */
    static Finding clean(Finding finding, Redactor redactor) {
        return finding.map(redactor::redact).map(OneLine::of);
    }

    /** What is not met first, and no more than can be looked through. */
    static List<Evidence> bounded(List<Evidence> all) {
        return bounded(all, MOST);
    }

    static List<Evidence> bounded(List<Evidence> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        var unmet = all.stream().filter(each -> !each.met()).toList();
        var shown = new ArrayList<>(unmet.subList(0, Math.min(unmet.size(), most)));
        all.stream().filter(Evidence::met).limit(most - shown.size()).forEach(shown::add);
        var left = unmet.size() > most ? unmet.size() - most : 0;
        shown.add(
                left == 0
                        ? Evidence.noted("more", counted(all.size() - most, "line"))
                        : Evidence.compared("more", "none", counted(left, "line") + " like these", false));
        return shown;
    }

    /** {@code 1 line}, {@code 12 lines}. */
    static String counted(long count, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
    }
}
