package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.FileShapes.SHOWN;

import io.belay.core.check.Capture;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code capture}: which facts of a step's answer later steps may use, and by what name. */
record CaptureReader(Faults faults, TextReader texts) {
    /** What every step knows; see {@code Health}'s variables. */
    static final Set<String> BUILT_IN = Set.of("unique", "run", "now");

    /** How a variable is named. */
    static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,62}";

    private static final Pattern NAMES = Pattern.compile(NAME);

    List<Capture> read(ProbeKind kind, Node node) {
        if (!(node instanceof Node.Block block)) {
            faults.mistaken(node, "a block such as { token: { " + examples(kind) + " } }");
            return List.of();
        }
        var captures = new ArrayList<Capture>();
        for (var entry : block.entries()) {
            if (!NAMES.matcher(entry.key()).matches()) {
                faults.add(
                        entry.at(), "the variable " + Words.quoted(entry.key()), "a name of letters, digits, - and _");
            }
            if (BUILT_IN.contains(entry.key())) {
                faults.add(entry.at(), "the variable " + entry.key() + ", which is built in", "a name of its own");
            }
            capture(kind, entry).ifPresent(captures::add);
        }
        return captures;
    }

    private Optional<Capture> capture(ProbeKind kind, Node.Entry entry) {
        if (!(entry.value() instanceof Node.Block block)) {
            faults.mistaken(entry.value(), "a block such as { " + examples(kind) + " }");
            return Optional.empty();
        }
        var facts = block.entries().stream()
                .filter(each -> !each.key().equals(SHOWN))
                .toList();
        if (facts.size() != 1) {
            faults.add(block.at(), facts.size() + " facts to capture", "one fact a variable");
        }
        var written = block.value(SHOWN);
        var shown = written.isEmpty() ? Optional.of(false) : new MeasureReader(faults).flag(written.get());
        var names = facts.stream().flatMap(each -> fact(kind, each).stream()).toList();
        if (facts.size() != 1 || names.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Capture(entry.key(), names.getFirst(), shown.get()));
    }

    private Optional<FactName> fact(ProbeKind kind, Node.Entry entry) {
        var known = kind.observables();
        var observable =
                known.stream().filter(each -> each.key().equals(entry.key())).findFirst();
        if (observable.isEmpty()) {
            var keys = Stream.concat(known.stream().map(Observable::key), Stream.of(SHOWN))
                    .toList();
            faults.add(entry.at(), "the unknown fact " + Words.quoted(entry.key()), Words.nearestOf(entry.key(), keys));
            return Optional.empty();
        }
        if (observable.get().keyed()) {
            return texts.open(entry.value())
                    .map(argument -> new FactName(observable.get().fact(), argument));
        }
        var wanted = new MeasureReader(faults).flag(entry.value());
        if (wanted.filter(flag -> !flag).isPresent()) {
            faults.mistaken(entry.value(), "true, or no such capture");
        }
        return wanted.filter(flag -> flag).map(_ -> observable.get().name());
    }

    private static String examples(ProbeKind kind) {
        return Words.oneOf(kind.observables().stream()
                .map(each -> each.key() + (each.keyed() ? ": \"...\"" : ": true"))
                .toList());
    }
}
