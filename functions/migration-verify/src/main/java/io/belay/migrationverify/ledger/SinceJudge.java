package io.belay.migrationverify.ledger;

import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what was applied since a ledger stood elsewhere, and whether a release of that time can live with each. */
public final class SinceJudge {
    private final Tool tool;
    private final Ledger ledger;
    private final Optional<Shipped> shipped;
    private final Standing standing;
    private final List<String> then;
    private final List<Applied> since = new ArrayList<>();

    private SinceJudge(Ledger ledger, Optional<List<Script>> scripts, List<String> marks) {
        this.tool = Tool.of(ledger.tool());
        this.ledger = ledger;
        this.shipped = scripts.map(known -> new Shipped(tool, known));
        this.standing = LedgerJudge.standing(tool, ledger, shipped);
        this.then = Mark.heads(ledger, marks);
    }

    /**
     * Something that happened since.
     *
     * @param what the migration, by its id; empty where it is of the ledger as a whole
     */
    public record Applied(String what, Additivity answer) {}

    /**
     * What was applied to {@code ledger} since it stood at {@code marks}, see {@link Mark}. What cannot be told is unclear,
     * never left out.
     *
     * @param scripts what is shipped for it now; empty where that is not known
     */
    public static List<Applied> judge(Ledger ledger, Optional<List<Script>> scripts, List<String> marks) {
        var judge = new SinceJudge(ledger, scripts, marks);
        if (!Mark.known(ledger, marks)) {
            return List.of(unclear("", "nothing is remembered of where " + ledger.tool() + " stood"));
        }
        switch (judge.tool.keeping()) {
            case EACH -> judge.each(marks);
            case NEWEST -> judge.newest();
            case HEADS -> judge.heads();
        }
        return List.copyOf(judge.since);
    }

    static Applied unclear(String what, String why) {
        return new Applied(what, Additivity.unclear(1, "ledger", why));
    }

    private void each(List<String> marks) {
        standing.last().values().stream()
                .filter(entry -> entry.state() == State.FAILED || entry.state() == State.RUNNING)
                .forEach(entry -> since.add(new Applied(Words.name(entry), answer(entry))));
        standing.applied().stream()
                .filter(entry -> entry.version().isEmpty() && entry.rank() > Mark.last(ledger, marks))
                .forEach(entry -> since.add(new Applied(Words.name(entry), answer(entry))));
        for (var head : then) {
            if (standing.last().values().stream().noneMatch(entry -> counts(entry) && is(entry, head))) {
                since.add(unclear("", head + " was applied then, and is not now"));
                return;
            }
        }
        versions(Mark.applied(ledger, marks))
                .ifPresentOrElse(
                        fresh -> fresh.forEach(entry -> since.add(new Applied(entry.version(), answer(entry)))),
                        () -> since.add(unclear("", "which of its migrations are new cannot be told")));
    }

    /**
     * Those that are newer than the heads were. Where there are more new ones than that, the last in the ledger, unless a head
     * is among them: then the ledger is not in the order in which they were applied, and nobody knows. Empty where that is so.
     */
    private Optional<List<LedgerEntry>> versions(Optional<Long> before) {
        var all = Mark.versions(standing);
        var newer = all.stream().filter(this::newer).toList();
        var fresh = before.map(count -> all.size() - count).orElse((long) newer.size());
        if (fresh == newer.size()) {
            return Optional.of(newer);
        }
        if (fresh < newer.size()) {
            return Optional.empty();
        }
        var last = all.subList((int) (all.size() - fresh), all.size());
        var sure = last.containsAll(newer)
                && last.stream().noneMatch(entry -> then.stream().anyMatch(head -> is(entry, head)));
        return sure ? Optional.of(last) : Optional.empty();
    }

    private boolean newer(LedgerEntry entry) {
        return then.stream()
                .map(head -> tool.ordering().compare(entry.version(), head))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(order -> order.getAsInt() > 0)
                // An app that had no migration then, or nothing at all.
                .orElse(tool.ordering() != Ordering.NONE);
    }

    private boolean is(LedgerEntry entry, String head) {
        return tool.key(entry.version()).equals(tool.key(head));
    }

    private static boolean counts(LedgerEntry entry) {
        return Standing.applied(entry) || entry.state() == State.BASELINE;
    }

    private Additivity answer(LedgerEntry entry) {
        if (entry.state() == State.FAILED || entry.state() == State.RUNNING) {
            return Additivity.unclear(1, "ledger", "it was begun, and not brought to its end");
        }
        return shipped.flatMap(known -> known.of(entry))
                .map(Script::additivity)
                .orElseGet(() -> Additivity.unclear(1, "ledger", "its script is not shipped here"));
    }

    private void newest() {
        var now = standing.last().values().stream().reduce((_, last) -> last);
        var at = then.getFirst();
        if (now.isEmpty() || tool.ordering().compare(now.get().version(), at).orElse(-1) < 0) {
            since.add(unclear("", at + " was applied then, and is not now"));
            return;
        }
        var entry = now.get();
        var same = tool.key(entry.version()).equals(tool.key(at));
        if (same && Standing.applied(entry)) {
            return;
        }
        if (!Standing.applied(entry)
                || shipped.flatMap(known -> known.of(entry)).isEmpty()) {
            since.add(new Applied(entry.version(), answer(entry)));
        }
        shipped.map(Shipped::all).orElse(List.of()).stream()
                .filter(script -> tool.ordering().compare(script.id(), at).orElse(1) > 0)
                .filter(script ->
                        tool.ordering().compare(script.id(), entry.version()).orElse(1) <= 0)
                .forEach(script -> since.add(new Applied(script.id(), script.additivity())));
    }

    private void heads() {
        var graph = new Graph(shipped.map(Shipped::all).orElse(List.of()));
        var now =
                graph.upTo(standing.applied().stream().map(LedgerEntry::version).toList());
        var before = graph.upTo(then);
        for (var head : then) {
            if (!now.contains(head)) {
                since.add(unclear("", head + " was applied then, and cannot be seen to be so now"));
            }
        }
        now.stream().filter(id -> !before.contains(id)).sorted().forEach(id -> since.add(of(graph, id)));
    }

    private static Applied of(Graph graph, String id) {
        return new Applied(
                id,
                graph.script(id)
                        .map(Script::additivity)
                        .orElseGet(() -> Additivity.unclear(1, "ledger", "its script is not shipped here")));
    }
}
