package io.belay.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class FixedTextTest {
    private static final Text OPEN = new Text(List.of(new Text.Part.Variable("order")));

    @Test
    void aLiteralIsFixed() {
        assertThat(Text.of("select 1").fixed("query")).isEqualTo(Text.of("select 1"));
    }

    @Test
    void aReferenceToASecretIsFixed() {
        var host = new Text(List.of(new Text.Part.Secret("${env:HOST}", "db.test")));

        assertThat(host.fixed("host").reveal()).isEqualTo("db.test");
    }

    @Test
    void anOpenVariableIsRefused() {
        assertThatThrownBy(() -> OPEN.fixed("query"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("{{order}}");
    }

    @Test
    void aFilledVariableIsRefusedWithoutItsValue() {
        var filled = OPEN.fill(Map.of("order", "1; drop table orders"), UnaryOperator.identity());

        assertThatThrownBy(() -> filled.fixed("query"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("{{order}}")
                .hasMessageNotContaining("drop table");
    }
}
