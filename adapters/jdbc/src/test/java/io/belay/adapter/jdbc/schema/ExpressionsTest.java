package io.belay.adapter.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpressionsTest {
    @Test
    void aListOfTextsIsTheSameBeforeADumpAndAfterIt() {
        assertThat(Expressions.postgres(
                        "((name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"))
                .isEqualTo(Expressions.postgres(
                        "((name)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"))
                .isEqualTo("name = ANY ARRAY['a', 'b']");
    }

    @Test
    void nothingWithinATextOrANameIsTouched() {
        assertThat(Expressions.postgres("(\"a::text\" = '(x)::text it''s (y)')"))
                .isEqualTo("\"a::text\" = '(x)::text it''s (y)'");
    }

    @Test
    void aCallKeepsItsBrackets() {
        assertThat(Expressions.postgres("(length((name)::text) + 1)")).isEqualTo("length(name) + 1");
    }

    @Test
    void namesComeWithoutTheFirstSchema() {
        assertThat(new Names(List.of("port", "other")).within("nextval('port.x') = port.f(port.a, other.b, airport.c)"))
                .isEqualTo("nextval('port.x') = f(a, other.b, airport.c)");
    }

    @Test
    void aLiteralIsItsOwnDefault() {
        assertThat(Expressions.fallback("'it''s'::character varying")).contains("'it''s'");
        assertThat(Expressions.fallback("NULL::character varying")).isEmpty();
        assertThat(Expressions.fallback("now()")).contains("current_timestamp");
        assertThat(Expressions.fallback("CURRENT_TIMESTAMP(3)")).contains("current_timestamp(3)");
        assertThat(Expressions.fallback("('a'::text || 'b'::text)")).contains("'a'::text || 'b'::text");
    }
}
