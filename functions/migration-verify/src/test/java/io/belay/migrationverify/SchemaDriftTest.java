package io.belay.migrationverify;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Glob;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Table;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SchemaDriftTest {
    private static final Column ID = Column.of("id", "bigint", false);

    private static Table orders(Column... columns) {
        return Table.of("orders", List.of(columns));
    }

    private static Picture picture(Table... tables) {
        return Picture.of("postgres", List.of(tables));
    }

    private static List<String> lines(Picture baseline, Picture current, String... ignored) {
        return SchemaDrift.between(
                        baseline,
                        current,
                        List.of(ignored).stream().map(Glob::new).toList())
                .stream()
                .map(Difference::line)
                .toList();
    }

    private static Picture with(Index... indexes) {
        return picture(new Table("orders", List.of(ID), List.of(), List.of(indexes), List.of(), List.of(), List.of()));
    }

    private static Index index(String name, boolean valid, String... parts) {
        return new Index(name, false, "btree", List.of(parts), Optional.empty(), valid);
    }

    @Test
    void theSameIsNoDifference() {
        assertThat(lines(picture(orders(ID)), picture(orders(ID)))).isEmpty();
    }

    @Test
    void theOrderOfColumnsIsNoDifference() {
        var note = Column.of("note", "text", true);

        assertThat(lines(picture(orders(ID, note)), picture(orders(note, ID)))).isEmpty();
    }

    @Test
    void aColumnSaysWhatChangedOfIt() {
        var was = new Column("d", "varchar(64)", true, Optional.empty(), Optional.empty());
        var is = new Column("d", "text", false, Optional.of("'x'"), Optional.of("identity"));

        assertThat(lines(picture(orders(was)), picture(orders(is))))
                .containsExactly(
                        "orders.d: varchar(64) -> text",
                        "orders.d: nullable -> not null",
                        "orders.d: no default -> default 'x'",
                        "orders.d: not made by the database -> made identity");
    }

    @Test
    void aColumnThatWentAndOneOfTheSameTypeThatCameMayBeARename() {
        var baseline = picture(orders(ID, Column.of("ref", "text", true), Column.of("n", "integer", true)));
        var current = picture(orders(ID, Column.of("reference", "text", true), Column.of("at", "date", true)));

        assertThat(lines(baseline, current))
                .containsExactly(
                        "orders.at: not in the baseline, is date",
                        "orders.n: missing, was integer",
                        "orders.ref: missing, was text; renamed to reference?",
                        "orders.reference: not in the baseline, is text; renamed from ref?");
    }

    @Test
    void aTableOfTenThousandHostileColumnsIsComparedWhole() {
        var was = hostile("'; drop table x; --\u202e\n");
        var is = hostile("\"select\" \u6f22");

        assertThat(lines(picture(orders(was)), picture(orders(was)))).isEmpty();
        assertThat(lines(picture(orders(was)), picture(orders(is))))
                .hasSize(20_000)
                .allMatch(line -> line.contains("renamed") && line.lines().count() == 1);
    }

    private static Column[] hostile(String name) {
        return IntStream.range(0, 10_000)
                .mapToObj(each -> Column.of(name + each, "text", true))
                .toArray(Column[]::new);
    }

    @Test
    void aTableThatWentAndOneMadeAlikeThatCameMayBeARename() {
        assertThat(lines(picture(orders(ID)), picture(Table.of("sales", List.of(ID)))))
                .containsExactly(
                        "orders: missing, was 1 column; renamed to sales?",
                        "sales: not in the baseline, is 1 column; renamed from orders?");
    }

    @Test
    void anIndexIsMissingExtraChangedOrUnderAnotherName() {
        var baseline = with(index("a", true, "x"), index("b", true, "y"), index("c", true, "z"));
        var current = with(index("b", true, "y", "x"), index("d", true, "z"), index("e", true, "w"));

        assertThat(lines(baseline, current))
                .containsExactly(
                        "orders: index a: missing, was (x)",
                        "orders: index b: (y) -> (y, x)",
                        "orders: index c: named d",
                        "orders: index e: not in the baseline, is (w)");
    }

    @Test
    void anIndexThatIsInvalidIsSaid() {
        assertThat(lines(with(index("a", true, "x")), with(index("a", false, "x"), index("b", false, "y"))))
                .containsExactly(
                        "orders: index a: invalid, queries do not use it",
                        "orders: index b: not in the baseline, is (y)",
                        "orders: index b: invalid, queries do not use it");
    }

    private static Picture constrained(List<String> key, String action, String check, String hash) {
        return picture(new Table(
                "orders",
                List.of(ID),
                key,
                List.of(),
                List.of(new ForeignKey("f", List.of("id"), "berth", List.of("id"), action, action, true)),
                List.of(new CheckRule("c", check, true)),
                List.of(new Trigger("t", hash))));
    }

    @Test
    void keysChecksAndTriggersThatChangedAreSaid() {
        assertThat(lines(
                        constrained(List.of("id"), "no action", "id > 0", "1"),
                        constrained(List.of(), "cascade", "id > 1", "2")))
                .containsExactly(
                        "orders: primary key: missing, was (id)",
                        "orders: foreign key f: (id) -> berth(id) -> (id) -> berth(id) on delete cascade on update cascade",
                        "orders: check c: id > 0 -> id > 1",
                        "orders: trigger t: changed");
    }

    @Test
    void whatAForeignKeyDoesIsUnknownWhereItIsHidden() {
        assertThat(lines(
                        constrained(List.of("id"), "cascade", "id > 0", "1"),
                        constrained(List.of("id"), ForeignKey.HIDDEN, "id > 0", "1")))
                .containsExactly(
                        "orders: foreign key f: not known, what it does on delete and update is hidden from this user");
    }

    private static Picture around(List<View> views, List<Routine> routines, Unseen... unseen) {
        return new Picture("postgres", List.of(), views, List.of(), List.of(), routines, List.of(unseen));
    }

    @Test
    void whatStandsByItselfComesAfterTheTables() {
        var baseline = around(List.of(new View("busy", false, "select 1")), List.of(new Routine("f()", "1")));
        var current = around(List.of(new View("busy", false, "select 2")), List.of(new Routine("f()", "2")));

        assertThat(lines(baseline, current)).containsExactly("view busy: select 1 -> select 2", "routine f(): changed");
    }

    @Test
    void whatMayBeHiddenIsUnknownAndNotMissing() {
        var current = new Picture(
                "postgres",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Unseen.all(Part.TABLE, "no right")));

        assertThat(lines(picture(orders(ID)), current)).containsExactly("orders: not known, no right");
    }

    @Test
    void aTableThatIsBeingAlteredIsUnknownWhateverItLooksLike() {
        var current = new Picture(
                "postgres",
                List.of(orders(Column.of("other", "text", true))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Unseen(Part.TABLE, "orders", "it is being altered right now")));

        assertThat(lines(picture(orders(ID)), current))
                .containsExactly("orders: not known, it is being altered right now");
    }

    @Test
    void whatIsIgnoredIsPassedOver() {
        var current = picture(orders(ID, Column.of("note", "text", true)), Table.of("audit_1", List.of()));

        assertThat(lines(picture(orders(ID)), current, "audit_*", "orders.no?e"))
                .isEmpty();
    }

    @Test
    void aLineIsOneLine() {
        var table = Table.of("a\nb\u202e\u2028", List.of());

        assertThat(lines(picture(), picture(table)))
                .containsExactly("a\\u000ab\\u202e\\u2028: not in the baseline, is 0 columns");
    }

    @Test
    void anotherEngineIsNotCompared() {
        assertThat(lines(picture(orders(ID)), Picture.of("mysql", List.of())))
                .containsExactly("*: not known, the baseline is of postgres, the database is mysql");
    }
}
