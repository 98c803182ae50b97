package io.belay.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TypeWordsTest {
    @Test
    void eachTypeHasOneWord() {
        Map.ofEntries(
                        Map.entry("character varying(64)", "varchar(64)"),
                        Map.entry("INT4", "integer"),
                        Map.entry("int(11)", "integer"),
                        Map.entry("int(10) unsigned", "integer unsigned"),
                        Map.entry("int(10) unsigned zerofill", "int(10) unsigned zerofill"),
                        Map.entry("tinyint(1)", "tinyint(1)"),
                        Map.entry("tinyint(4)", "tinyint"),
                        Map.entry("bigint(20) unsigned", "bigint unsigned"),
                        Map.entry("year(4)", "year"),
                        Map.entry("timestamp(3) with time zone", "timestamptz(3)"),
                        Map.entry("double  precision", "double"),
                        Map.entry("decimal(10, 2)", "numeric(10,2)"),
                        Map.entry("integer[]", "integer[]"),
                        Map.entry("character varying(3)[]", "varchar(3)[]"),
                        Map.entry("enum('A B','c')", "enum('A B','c')"),
                        Map.entry("\"My Type\"", "\"My Type\""),
                        Map.entry("geometry(Point,4326)", "geometry(point,4326)"))
                .forEach((written, word) ->
                        assertThat(TypeWords.canonical(written)).as(written).isEqualTo(word));
    }

    @Test
    void aStarStandsForAnyRun() {
        assertThat(new Glob("audit_*")).matches(glob -> glob.matches("audit_1"));
        assertThat(new Glob("*.no?e*")).matches(glob -> glob.matches("orders.note"));
        assertThat(new Glob("a*b*c")).matches(glob -> glob.matches("a.b.b.c") && !glob.matches("a.c.b"));
    }

    @Test
    void withoutAStarItIsTheName() {
        assertThat(new Glob("orders")).matches(glob -> glob.matches("orders") && !glob.matches("orders2"));
    }
}
