package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import io.belay.migrationverify.ledger.Drift.OtherHead;
import io.belay.migrationverify.ledger.Drift.SeveralHeads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges where a ledger ends: against the heads that a system file names, and whether a graph has one end.
 *
 * @param wanted the heads that the file names; none where it names none
 * @param alone whether no other ledger could be at one of them
 */
record HeadJudge(Tool tool, Standing standing, List<String> wanted, boolean alone) {
    /** The newest applied; the last one where the tool has no order; of no repeatable, which has no version. */
    List<String> heads() {
        var applied = standing.applied().stream()
                .map(LedgerEntry::version)
                .filter(version -> !version.isEmpty())
                .toList();
        if (tool.keeping() == Tool.Keeping.HEADS) {
            return applied;
        }
        var newest = standing.newest().all();
        return newest.isEmpty() ? applied.subList(Math.max(0, applied.size() - 1), applied.size()) : newest;
    }

    List<Drift> judge(Optional<Shipped> shipped, boolean pending) {
        var heads = heads();
        return Stream.concat(several(shipped, heads, pending).stream(), other(heads).stream())
                .toList();
    }

    private Optional<Drift> several(Optional<Shipped> shipped, List<String> heads, boolean pending) {
        if (tool.keeping() != Tool.Keeping.HEADS) {
            return Optional.empty();
        }
        var ends = new ArrayList<>(Script.heads(shipped.map(Shipped::all).orElse(List.of()).stream()
                .filter(script -> script.role() == Role.ONCE)
                .toList()));
        if (ends.size() > 1 && !same(ends)) {
            return Optional.of(new SeveralHeads("shipped", ends));
        }
        // Where the release ships what joins them, that is pending, and says it already.
        return heads.size() > 1 && !pending && ends.size() < 2 && wanted.isEmpty()
                ? Optional.of(new SeveralHeads("applied", heads))
                : Optional.empty();
    }

    private Optional<Drift> other(List<String> heads) {
        if (wanted.isEmpty() || beingTold()) {
            return Optional.empty();
        }
        var relevant = relevant(heads);
        var fine = !relevant.isEmpty() && relevant.stream().allMatch(this::named) && (!alone || same(relevant));
        return fine ? Optional.empty() : Optional.of(new OtherHead(wanted, relevant, newer(relevant)));
    }

    /** That the head wanted failed, or is being applied, is said of its entry. */
    private boolean beingTold() {
        return standing.last().values().stream()
                .filter(entry -> !Standing.applied(entry))
                .filter(entry ->
                        entry.state() == LedgerEntry.State.FAILED || entry.state() == LedgerEntry.State.RUNNING)
                .anyMatch(entry -> named(entry.version()));
    }

    /** Of apps that each have an order of their own, those that the file speaks of. */
    private List<String> relevant(List<String> heads) {
        if (tool.ordering() != Ordering.APP_AND_NAME) {
            return heads;
        }
        var apps = new HashSet<String>();
        wanted.forEach(
                each -> tool.ordering().rank(each).map(Ordering.Rank::group).ifPresent(apps::add));
        return heads.stream()
                .filter(head -> tool.ordering()
                        .rank(head)
                        .filter(rank -> apps.contains(rank.group()))
                        .isPresent())
                .toList();
    }

    private boolean named(String head) {
        return wanted.stream().anyMatch(each -> tool.means(each, head));
    }

    private boolean same(List<String> heads) {
        return heads.stream().allMatch(this::named)
                && wanted.stream().allMatch(each -> heads.stream().anyMatch(head -> tool.means(each, head)));
    }

    /** Whether what is wanted is applied, and something newer as well. */
    private boolean newer(List<String> heads) {
        var there = wanted.stream()
                .allMatch(each -> standing.applied().stream().anyMatch(entry -> tool.means(each, entry.version()))
                        || tool.keeping() == Tool.Keeping.NEWEST);
        return there
                && !heads.isEmpty()
                && heads.stream()
                        .allMatch(head -> wanted.stream()
                                .anyMatch(each ->
                                        tool.ordering().compare(head, each).orElse(-1) > 0));
    }
}
