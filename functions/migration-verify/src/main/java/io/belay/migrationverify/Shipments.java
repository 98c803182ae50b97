package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.ledger.Ledger;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a release ships, by tool.
 *
 * @param scripts of the tools whose scripts could all be read
 * @param problems what stands in the way of holding a ledger against them
 */
record Shipments(Map<String, List<Script>> scripts, List<Finding> problems) {
    private static final String KIND = "scripts";

    Shipments {
        scripts = Map.copyOf(scripts);
        problems = List.copyOf(problems);
    }

    static Shipments read(List<ScriptSet> sets) {
        var scripts = new LinkedHashMap<String, List<Script>>();
        var problems = new ArrayList<Finding>();
        var lame = new ArrayList<String>();
        for (var set : sets) {
            try {
                var found = set.source().scripts();
                if (found.isEmpty()) {
                    throw new PortException(nothing(set));
                }
                twice(set, found).ifPresent(problems::add);
                scripts.merge(tool(set), found, Shipments::after);
            } catch (PortException cannot) {
                problems.add(Parts.unread(subject(set), KIND, cannot.fault()));
                lame.add(tool(set));
            }
        }
        lame.forEach(scripts::remove);
        return new Shipments(scripts, problems);
    }

    private static Fault nothing(ScriptSet set) {
        return new Fault(Fault.Kind.NOT_FOUND, "no script of " + set.convention() + " in it");
    }

    /** A table of one's own goes with scripts of no tool. */
    private static String tool(ScriptSet set) {
        return set.convention().equals("numbered") ? "custom" : set.convention();
    }

    private static String subject(ScriptSet set) {
        return set.convention() + " " + set.place();
    }

    /** Two sets of one tool are one, the order of the second going on where that of the first ends. */
    private static List<Script> after(List<Script> first, List<Script> second) {
        var all = new ArrayList<>(first);
        second.forEach(each -> all.add(new Script(
                each.id(),
                each.description(),
                each.file(),
                each.role(),
                first.size() + each.order(),
                each.follows(),
                each.checksums(),
                each.judgement())));
        return all;
    }

    private static Optional<Finding> twice(ScriptSet set, List<Script> scripts) {
        var evidence = scripts.stream()
                .filter(script -> script.role() != Role.UNDO)
                .collect(Collectors.groupingBy(
                        script -> List.of(script.role(), script.id()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> Evidence.compared(
                        "twice " + same.getFirst().id(),
                        "one script",
                        same.stream().map(Script::file).collect(Collectors.joining(", ")),
                        false))
                .toList();
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(Parts.of(
                        subject(set),
                        KIND,
                        Verdict.FAIL,
                        Parts.counted(evidence.size(), "id") + " shipped twice: "
                                + evidence.getFirst().observed(),
                        Parts.bounded(evidence)));
    }

    /** What is shipped for {@code ledger}; empty where nothing is, or where another ledger of that tool could be meant. */
    Optional<List<Script>> of(Ledger ledger, List<String> tools) {
        return tools.stream().filter(ledger.tool()::equals).count() > 1
                ? Optional.empty()
                : Optional.ofNullable(scripts.get(ledger.tool()));
    }

    /**
     * What cannot be told.
     *
     * @param tools of the ledgers that were found, read or not, each as often as it has one
     */
    List<Finding> unmatched(List<String> tools) {
        var unmatched = new ArrayList<Finding>();
        scripts.forEach((tool, shipped) -> {
            var ledgers = tools.stream().filter(tool::equals).count();
            if (ledgers != 1) {
                unmatched.add(Parts.of(
                        tool,
                        KIND,
                        Verdict.UNKNOWN,
                        Parts.counted(shipped.size(), "script") + ", and "
                                + (ledgers == 0
                                        ? "no ledger of " + tool + " tells which are applied"
                                        : ledgers + " ledgers of " + tool
                                                + ": name the schema of the one that is meant"),
                        List.of()));
            }
        });
        return unmatched;
    }
}
