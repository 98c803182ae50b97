package io.belay.adapter.report.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.Enumeration;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Sequence;
import io.belay.core.schema.Table;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaselineTest {
    private static final String HOSTILE =
            "a\"b\\'`; drop\n\r\t\u0000\u2028\u202e \u00fc\ud83d\udea2 select {{x}} ${env:X}";

    private static Picture whole(String name) {
        var table = new Table(
                name,
                List.of(
                        new Column(name, "varchar(64)", false, Optional.of("'" + name + "'"), Optional.empty()),
                        new Column("id", "bigint", true, Optional.empty(), Optional.of("identity"))),
                List.of("id", name),
                List.of(new Index(name, true, "gin", List.of(name, "b desc"), Optional.of(name), false)),
                List.of(new ForeignKey(name, List.of("a"), name, List.of("b"), "cascade", "no action", false)),
                List.of(new CheckRule(name, name, false)),
                List.of(new Trigger(name, "12")));
        return new Picture(
                "postgres",
                List.of(table, Table.of("zero", List.of())),
                List.of(new View(name, true, name)),
                List.of(new Sequence(name, name)),
                List.of(new Enumeration(name, List.of(name, "b"))),
                List.of(new Routine(name, "34")),
                List.of(Unseen.all(Part.FOREIGN_KEY, name), new Unseen(Part.TABLE, name, name)));
    }

    private static String written(Picture picture) throws IOException {
        var out = new StringWriter();
        Baseline.write(picture, out);
        return out.toString();
    }

    private static Picture read(String json) throws IOException {
        return Baseline.read(new StringReader(json));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(read(written(whole("orders")))).isEqualTo(whole("orders"));
    }

    @Test
    void hostileNamesComeBackAsTheyWere() throws IOException {
        assertThat(read(written(whole(HOSTILE)))).isEqualTo(whole(HOSTILE));
    }

    @Test
    void whatIsWrittenTwiceIsTheSame() throws IOException {
        assertThat(written(read(written(whole(HOSTILE))))).isEqualTo(written(whole(HOSTILE)));
    }

    @Test
    void anEntryHasALineOfItsOwn() throws IOException {
        var picture = Picture.of(
                "mysql",
                List.of(Table.of(
                        "orders", List.of(Column.of("id", "bigint", false), Column.of("note\n", "text", true)))));

        assertThat(written(picture).lines().map(String::strip))
                .containsExactly(
                        "{",
                        "\"belay\":\"baseline/1\"",
                        ",\"engine\":\"mysql\"",
                        ",\"tables\":[",
                        "{\"name\":\"orders\"",
                        ",\"columns\":[",
                        "{\"name\":\"id\",\"type\":\"bigint\",\"notNull\":true}",
                        ",{\"name\":\"note\\n\",\"type\":\"text\"}]}]",
                        "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                      | line 1: meant an object
            []                                                      | line 1: meant an object
            {                                                       | line 1: not well-formed JSON
            {} {}                                                   | line 1: meant the end of the file
            {"belay":"baseline/2","engine":"mysql"}                 | line 1, belay: meant baseline/1
            {"belay":"baseline/1"}                                  | line 1, engine: meant a text
            {"belay":"baseline/1","engine":5}                       | line 1: meant a text, a list or true
            {"belay":"baseline/1","engine":"a","engine":"b"}        | line 1: a second engine
            {"belay":"baseline/1","engine":"a","tabels":[]}         | line 1, tabels: meant a key
            {"belay":"baseline/1","engine":"a","tables":{}}         | line 1, tables: meant a list
            {"belay":"baseline/1","engine":"a","tables":["x"]}      | line 1, tables: meant a list of objects
            {"belay":"baseline/1","engine":"a","tables":[[]]}       | line 1: no list within a list
            {"belay":"baseline/1","engine":"a","views":[{"name":"x","definition":"","stored":"yes"}]} | line 1, stored: meant true
            {"belay":"baseline/1","engine":"a","unseen":[{"part":"roof","name":"x","why":""}]} | line 1, part: meant a part
            {"belay":"baseline/1","engine":"a","routines":[{"name":"x","hash":""},{"name":"x","hash":""}]} | line 1, routines: meant each name once
            """)
    void whatIsNoBaselineIsRefusedWithItsPlace(String json, String refusal) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(refusal);
    }

    @Test
    void theRefusalNamesTheLine() {
        assertThatThrownBy(() -> read("""
                {"belay":"baseline/1","engine":"a","tables":[
                {"name":"orders","columns":[
                {"name":"id","type":"bigint","nullable":true}]}]}
                """)).hasMessageStartingWith("line 3, nullable: meant a key");
    }

    @Test
    void hostileNestingIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureOfSixtyThousandColumnsIsWrittenAndRead() throws IOException {
        var columns = IntStream.range(0, 60_000)
                .mapToObj(i -> Column.of("c" + i, "varchar(64)", i % 2 == 0))
                .toList();
        var picture = Picture.of("postgres", List.of(Table.of("wide", columns)));

        assertThat(read(written(picture))).isEqualTo(picture);
    }
}
