package io.belay.migrationverify;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Verdict;
import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.ExpectedFact.HasColumn;
import io.belay.core.schema.ExpectedFact.HasConstraint;
import io.belay.core.schema.ExpectedFact.HasIndex;
import io.belay.core.schema.ExpectedFact.HasIndexOn;
import io.belay.core.schema.ExpectedFact.HasTable;
import io.belay.core.schema.ExpectedFact.HasView;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExpectedFactsTest {
    private static Picture harbor(Unseen... unseen) {
        var orders = new Table(
                "orders",
                List.of(Column.of("id", "bigint", false), Column.of("ref", "varchar(64)", true)),
                List.of("id"),
                List.of(
                        new Index("by_ref", true, "btree", List.of("ref"), Optional.empty(), true),
                        new Index("broken", false, "btree", List.of("ref", "id"), Optional.empty(), false)),
                List.of(),
                List.of(new CheckRule("positive", "id > 0", true)),
                List.of());
        return new Picture(
                "postgres",
                List.of(orders),
                List.of(new View("busy", false, "select 1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(unseen));
    }

    private static Verdict verdict(ExpectedFact fact, Unseen... unseen) {
        return held(fact, unseen).verdict();
    }

    private static ExpectedFacts.Held held(ExpectedFact fact, Unseen... unseen) {
        return new ExpectedFacts(harbor(unseen)).hold(List.of(fact)).getFirst();
    }

    private static HasColumn ref(String type) {
        return new HasColumn("orders", "ref", Optional.of(type), Optional.of(true));
    }

    @Test
    void whatIsThereHolds() {
        assertThat(List.of(
                        new HasTable("orders"),
                        new HasColumn("orders", "id", Optional.of("int8"), Optional.of(false)),
                        ref("character varying(64)"),
                        new HasIndex("orders", "by_ref"),
                        new HasIndexOn("orders", List.of("ref"), true),
                        new HasIndexOn("orders", List.of("id"), true),
                        new HasConstraint("orders", "positive"),
                        new HasConstraint("orders", "by_ref"),
                        new HasView("busy")))
                .allSatisfy(fact -> assertThat(verdict(fact)).isEqualTo(Verdict.PASS));
    }

    @Test
    void whatIsNotThereFails() {
        assertThat(List.of(
                        new HasTable("sales"),
                        new HasColumn("orders", "note", Optional.empty(), Optional.empty()),
                        new HasIndex("sales", "by_ref"),
                        new HasIndexOn("orders", List.of("ref", "id"), false),
                        new HasConstraint("orders", "negative"),
                        new HasView("idle")))
                .allSatisfy(fact -> assertThat(verdict(fact)).isEqualTo(Verdict.FAIL));
    }

    @Test
    void anInvalidIndexFails() {
        assertThat(held(new HasIndex("orders", "broken")))
                .isEqualTo(new ExpectedFacts.Held(Verdict.FAIL, "orders.broken", "an index", "(ref, id), invalid"));
    }

    @Test
    void anotherTypeFailsAndSaysWhich() {
        assertThat(held(ref("text")))
                .isEqualTo(new ExpectedFacts.Held(Verdict.FAIL, "orders.ref", "text nullable", "varchar(64)"));
    }

    @Test
    void whatMayBeHiddenIsUnknown() {
        var unseen = new Unseen[] {Unseen.all(Part.TABLE, "no right"), Unseen.all(Part.VIEW, "no right")};

        assertThat(verdict(new HasTable("sales"), unseen)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(new HasView("idle"), unseen)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(new HasTable("orders"), unseen)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aTableThatIsBeingAlteredIsUnknown() {
        assertThat(verdict(ref("text"), new Unseen(Part.TABLE, "orders", "altered")))
                .isEqualTo(Verdict.UNKNOWN);
    }
}
