package io.belay.migrationverify;

import static io.belay.migrationverify.Systems.ledger;
import static io.belay.migrationverify.Systems.script;
import static io.belay.migrationverify.Systems.scripts;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.DatabaseReading.Server;
import io.belay.core.migration.DriftKind;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.InMemoryScripts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says of ledgers. */
final class LedgerFindingsTest {
    private final Systems systems = new Systems();
    private final InMemoryDatabase database = new InMemoryDatabase("shop");

    @Test
    void aPendingOneFailsWithExpectedBesideObserved() {
        systems.shipping("flyway", "1", "2").with("main", database.with(ledger("flyway", "1")));

        var part = systems.part("ledger");

        assertThat(part.subject()).isEqualTo("flyway public.ledger");
        assertThat(part.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(part.summary()).isEqualTo("1 pending (2)");
        assertThat(part.evidence()).contains(Evidence.compared("pending 2", "applied, V2.sql", "not applied", false));
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(systems.finding().summary()).isEqualTo("flyway public.ledger: 1 pending (2)");
    }

    @Test
    void whatIsAllowedIsNotedAndPasses() {
        systems.allowed = List.of(DriftKind.AHEAD);
        systems.shipping("flyway", "1").with("main", database.with(ledger("flyway", "1", "2")));

        assertThat(systems.part("ledger").verdict()).isEqualTo(Verdict.PASS);
        assertThat(systems.part("ledger").evidence()).anySatisfy(each -> {
            assertThat(each.fact()).isEqualTo("ahead 2");
            assertThat(each.met()).isTrue();
        });
    }

    @Test
    void whoAllowsAheadAllowsAHeadThatIsNewer() {
        systems.allowed = List.of(DriftKind.AHEAD);
        systems.expectingHead("1");

        assertThat(systems.with("main", database.with(ledger("flyway", "1", "2")))
                        .part("ledger")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aHeadAloneIsEnoughToPassAndSaysWhatItRestsOn() {
        systems.expectingHead("005").with("main", database.with(ledger("custom", "004", "005")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.PASS);
        assertThat(systems.part("ledger").summary()).isEqualTo("2 migrations applied, head 005");
    }

    @Test
    void aCleanLedgerOfWhichNothingIsExpectedPassesAndSaysSo() {
        systems.with("main", database.with(ledger("flyway", "1", "2")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.PASS);
        assertThat(systems.part("ledger").summary())
                .isEqualTo("2 migrations applied, newest 2; nothing says what is expected");
    }

    @Test
    void anEmptyLedgerOfWhichNothingIsExpectedIsUnknown() {
        systems.with("main", database.with(ledger("flyway")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void noLedgerIsUnknown() {
        systems.with("main", database);

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aLedgerThatCannotBeReadIsUnknownAndCostsNoOther() {
        var denied = new LedgerReading.Unread("rails", "public.denied", new Fault(Fault.Kind.DENIED, "no right"));
        systems.with("main", database.with(ledger("flyway", "1")).with(denied));

        assertThat(systems.finding().parts())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PASS, Verdict.UNKNOWN);
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void eachSetOfScriptsIsHeldAgainstTheLedgerOfItsTool() {
        systems.scripts = List.of(
                InMemoryScripts.set("flyway", scripts("1", "2")),
                InMemoryScripts.set("numbered", scripts("001_a.sql")));
        systems.with("main", database.with(ledger("custom", "001_a.sql")).with(ledger("flyway", "1")));

        assertThat(systems.finding().parts())
                .extracting(Finding::summary)
                .containsExactly("1 migration applied, newest 001_a.sql; 1 script shipped", "1 pending (2)");
    }

    @Test
    void twoSetsOfOneToolAreOne() {
        systems.scripts = List.of(
                InMemoryScripts.set("flyway", scripts("1", "3")), InMemoryScripts.set("flyway", scripts("2", "4")));
        systems.with("main", database.with(ledger("flyway", "1", "2", "3", "4")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void scriptsWithoutALedgerAreUnknown() {
        systems.shipping("rails", "1").with("main", database.with(ledger("flyway", "1")));

        assertThat(systems.part("scripts").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("scripts").summary())
                .isEqualTo("1 script, and no ledger of rails tells which are applied");
        assertThat(systems.part("ledger").summary()).endsWith("no scripts are given for it");
    }

    @Test
    void scriptsOfWhichTwoLedgersCouldBeMeantAreUnknown() {
        systems.shipping("flyway", "1", "2")
                .with("main", database.with(ledger("flyway", "1")).with(ledger("flyway", "1")));

        assertThat(systems.part("scripts").summary()).contains("2 ledgers of flyway");
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void scriptsThatCannotBeReadAreUnknownAndNothingIsCalledMissing() {
        systems.scripts =
                List.of(new ScriptSet("flyway", "db", InMemoryScripts.faulty(Fault.Kind.NOT_FOUND, "no such folder")));
        systems.with("main", database.with(ledger("flyway", "1")));

        assertThat(systems.part("scripts").summary()).contains("no such folder");
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFolderWithoutAScriptIsUnknownAndNothingIsCalledMissing() {
        systems.shipping("flyway").with("main", database.with(ledger("flyway", "1")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anIdThatIsShippedTwiceFails() {
        systems.scripts = List.of(InMemoryScripts.set(
                "flyway", List.of(script(0, "1", Additivity.additive()), script(1, "1", Additivity.additive()))));
        systems.with("main", database.with(ledger("flyway", "1")));

        assertThat(systems.part("scripts").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aPendingScriptThatIsNotAdditiveIsSaidToBe() {
        systems.scripts = List.of(InMemoryScripts.set(
                "flyway",
                List.of(
                        script(0, "1", Additivity.notAdditive(1, "DROP TABLE", "applied already")),
                        script(1, "2", Additivity.notAdditive(3, "ALTER TABLE", "it drops a column")),
                        script(2, "3", Additivity.additive()))));
        systems.with("main", database.with(ledger("flyway", "1")));

        assertThat(systems.part("ledger").evidence())
                .filteredOn(each -> each.fact().startsWith("not additive"))
                .containsExactly(Evidence.noted("not additive 2", "line 3, ALTER TABLE: it drops a column"));
    }

    @Test
    void moreThanCanBeLookedThroughIsCounted() {
        var ids = IntStream.rangeClosed(1, 500).mapToObj(String::valueOf).toArray(String[]::new);
        systems.shipping("flyway", ids).with("main", database.with(ledger("flyway")));

        assertThat(systems.part("ledger").summary()).isEqualTo("500 pending (1, 2, 3, ...)");
        assertThat(systems.part("ledger").evidence())
                .hasSizeLessThan(210)
                .contains(Evidence.compared("more", "none", "300 lines like these", false));
    }

    @Test
    void aReplicaIsSaidToBeOne() {
        systems.shipping("flyway", "1", "2")
                .with("main", database.with(ledger("flyway", "1")).with(new Server("PostgreSQL", "17.2", true)));

        assertThat(systems.finding().summary()).endsWith("of a replica, which may be behind");
    }

    @Test
    void eachOfSeveralLedgersMayBeAtAHeadOfItsOwn() {
        systems.expectingHead("1", "7")
                .with("main", database.with(ledger("flyway", "1")).with(ledger("rails", "7")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aHeadThatNobodyIsAtFailsThoughEachLedgerIsAtSomeHead() {
        systems.expectingHead("1", "7")
                .with("main", database.with(ledger("flyway", "1")).with(ledger("rails", "1")));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
    }
}
