package io.belay.adapter.systemfile;

import io.belay.core.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong in one file. Used by one thread. */
final class Faults {
    static final int MOST_SHOWN = 100;

    private final List<Found> found = new ArrayList<>();

    private record Found(Place at, String found, String meant) {}

    void add(Place at, String what, String meant) {
        found.add(new Found(at, what, meant));
    }

    /** {@code node} is not what was meant. */
    void mistaken(Node node, String meant) {
        if (!(node instanceof Node.Refused)) {
            add(node.at(), node.called(), meant);
        }
    }

    /** How many so far: a reader that finds it grown knows that its block is not to be used. */
    int count() {
        return found.size();
    }

    Reading.Refused refusal(String file, Redactor redactor) {
        var faults = found.stream()
                .sorted(Comparator.comparingInt((Found each) -> each.at().line())
                        .thenComparingInt(each -> each.at().column()))
                .limit(MOST_SHOWN)
                .map(each -> shown(file, each, redactor))
                .toList();
        return new Reading.Refused(faults, found.size());
    }

    private static FileFault shown(String file, Found each, Redactor redactor) {
        return new FileFault(
                file,
                each.at().line(),
                each.at().column(),
                each.at().trail().shown(),
                redactor.redact(each.found()),
                redactor.redact(each.meant()));
    }
}
