package io.belay.migrationverify.ledger;

import static io.belay.migrationverify.ledger.Ledgers.judge;
import static io.belay.migrationverify.ledger.Ledgers.named;
import static io.belay.migrationverify.ledger.Ledgers.summed;
import static io.belay.migrationverify.ledger.Ledgers.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.migration.DriftKind;
import io.belay.core.script.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the judgement, for every tool with an entry for each migration. */
final class LedgerLawsTest {
    private static final List<String> TOOLS = List.of(
            "flyway",
            "rails",
            "goose",
            "prisma",
            "knex",
            "sequelize",
            "dbmate",
            "ef-core",
            "typeorm",
            "custom",
            "liquibase");

    /** Written so that every tool reads it as its own, and in the same order by number as by letter. */
    private static String version(int number) {
        return String.valueOf(1_000 + number);
    }

    /** As it would stand in a table of one's own as well. */
    private static String sum(int number) {
        return HexFormat.of().toHexDigits(number);
    }

    private static List<LedgerEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> named(index + 1, version(index), "", sum(index)))
                .toList();
    }

    private static List<Script> scripts(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> summed(index, version(index), sum(index)))
                .toList();
    }

    private static String tool(int index) {
        return TOOLS.get(index % TOOLS.size());
    }

    private static <T> List<T> without(List<T> all, int index) {
        var rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    @Property(tries = 200)
    void whatIsShippedAndAppliedIsNoDrift(
            @ForAll @IntRange(max = 10) int tool, @ForAll @IntRange(min = 1, max = 40) int count) {
        var judged = judge(tool(tool), entries(count), scripts(count));

        assertThat(judged.drifts()).isEmpty();
        assertThat(judged.applied()).isEqualTo(count);
        assertThat(judged.pending()).isEmpty();
    }

    @Property(tries = 200)
    void oneThatIsNotAppliedIsPendingOrOutOfOrderAndNothingElse(
            @ForAll @IntRange(max = 10) int tool,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(max = 39) int which) {
        var lost = which % count;

        var judged = judge(tool(tool), without(entries(count), lost), scripts(count));

        var ordered = !tool(tool).equals("liquibase") && lost < count - 1;
        assertThat(words(judged)).containsExactly((ordered ? "out-of-order " : "pending ") + version(lost));
    }

    @Property(tries = 200)
    void oneThatIsNotShippedIsMissingAheadOrUnknownAndNothingElse(
            @ForAll @IntRange(max = 10) int tool,
            @ForAll @IntRange(min = 2, max = 40) int count,
            @ForAll @IntRange(max = 39) int which) {
        var lost = which % count;

        var judged = judge(tool(tool), entries(count), without(scripts(count), lost));

        var kind = tool(tool).equals("liquibase")
                ? DriftKind.UNKNOWN_ENTRY
                : lost == count - 1 ? DriftKind.AHEAD : DriftKind.MISSING;
        assertThat(words(judged)).containsExactly(kind.word() + " " + version(lost));
    }

    @Property(tries = 200)
    void oneOtherChecksumIsOneChanged(
            @ForAll @IntRange(max = 10) int tool,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(max = 39) int which) {
        var changed = which % count;
        var scripts = new ArrayList<>(scripts(count));
        scripts.set(changed, summed(changed, version(changed), "ffffffff"));

        assertThat(words(judge(tool(tool), entries(count), scripts))).containsExactly("changed " + version(changed));
    }

    @Property(tries = 200)
    void theOrderInWhichTheyComeDoesNotMatter(
            @ForAll @IntRange(max = 10) int tool,
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> applied,
            @ForAll @Size(min = 1, max = 12) Set<@IntRange(max = 20) Integer> shipped,
            @ForAll long seed) {
        var entries = new ArrayList<>(entries(21).stream()
                .filter(entry -> applied.contains((int) entry.rank() - 1))
                .toList());
        var scripts = new ArrayList<>(scripts(21).stream()
                .filter(script -> shipped.contains(script.order()))
                .toList());
        var straight = judge(tool(tool), entries, scripts);
        Collections.shuffle(entries, new Random(seed));
        Collections.shuffle(scripts, new Random(seed));

        assertThat(judge(tool(tool), entries, scripts)).isEqualTo(straight);
    }

    @Property(tries = 300)
    void everyMigrationEndsInOneDriftAtTheMost(
            @ForAll @IntRange(max = 10) int tool,
            @ForAll @Size(max = 20) List<@IntRange(max = 12) Integer> applied,
            @ForAll @Size(max = 20) List<State> states,
            @ForAll @Size(min = 1, max = 12) Set<@IntRange(max = 12) Integer> shipped) {
        var entries = IntStream.range(0, Math.min(applied.size(), states.size()))
                .mapToObj(index -> named(index + 1, version(applied.get(index)), "", "sum" + applied.get(index))
                        .as(states.get(index)))
                .toList();
        var scripts = scripts(13).stream()
                .filter(script -> shipped.contains(script.order()))
                .toList();

        var judged = judge(tool(tool), entries, scripts);

        assertThat(judged.drifts()).extracting(Drift::migration).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void anOnlyVersionTellsOfAllScripts(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @IntRange(max = 39) int which) {
        var current = which % count;

        var judged = judge("golang-migrate", Ledgers.applied(version(current)), scripts(count));

        assertThat(judged.applied()).isEqualTo(current + 1);
        assertThat(judged.pending()).hasSize(count - current - 1);
        assertThat(judged.drifts()).hasSize(count - current - 1).allMatch(Drift.Pending.class::isInstance);
    }

    @Property(tries = 100)
    void aHeadOfAChainTellsOfAllScripts(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @IntRange(max = 39) int which) {
        var current = which % count;
        var chain = IntStream.range(0, count)
                .mapToObj(index -> index == 0
                        ? Ledgers.script(0, version(0))
                        : Ledgers.script(index, version(index), version(index - 1)))
                .toList();

        var judged = judge("alembic", Ledgers.applied(version(current)), chain);

        assertThat(judged.applied()).isEqualTo(current + 1);
        assertThat(judged.drifts()).hasSize(count - current - 1).allMatch(Drift.Pending.class::isInstance);
    }
}
