package io.belay.adapter.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.RowQuery;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseKindTest {
    private static List<DatabaseKind> kinds() {
        return List.of(new PostgresDatabaseKind(), new MysqlDatabaseKind());
    }

    private static Settings.Builder settings() {
        return Settings.builder()
                .set(Key.text("host", ""), Text.of("db.test"))
                .set(Key.text("user", ""), Text.of("watch"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itIsWrittenAsTheCheckOfTheSameNameIs(DatabaseKind kind) {
        assertThat(kind.shape().keys())
                .extracting(Key::name)
                .containsExactly(
                        "url", "host", "port", "database", "user", "password", "tls", "ca", "schemas", "timeout");
        assertThat(kind.bind(settings().build()).engine()).isEqualTo(kind.name());
        assertThat(kind.bind(settings().build()).target().address()).startsWith(kind.name() + "://db.test");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSchemaThatIsNamedTwiceIsRefused(DatabaseKind kind) {
        var twice = settings()
                .set(Binding.SCHEMAS, List.of(Text.of("a"), Text.of("a")))
                .build();

        assertThatThrownBy(() -> kind.bind(twice)).isInstanceOf(SettingException.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theToolsAreListedOnce(DatabaseKind kind) {
        assertThat(kind.tools())
                .startsWith("flyway", "liquibase", "alembic")
                .doesNotHaveDuplicates()
                .hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from orders", "commit; delete from orders", "select 1 into outfile '/tmp/x'", ""})
    void aQueryThatDoesMoreThanReadIsRefused(String sql) {
        var written = new RowQuery(Text.of(sql), List.of());

        assertThatThrownBy(() -> new PostgresDatabaseKind().query(written))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("sql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select count(*) from roles", "with a as (select 1) select * from a", "show max_connections"})
    void aQueryThatReadsIsTakenAsItIs(String sql) {
        var written = new RowQuery(Text.of(sql), List.of(Text.of("one")));

        assertThat(new MysqlDatabaseKind().query(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "17.2 (Debian 17.2-1.pgdg120+1), 17.2",
        "18beta1, 18",
        "8.0.41-0ubuntu0.22.04.1, 8.0.41",
        "8.4.3, 8.4.3",
        "8.0.36-28, 8.0.36",
        "10.11.6-MariaDB-0+deb12u1, 10.11.6",
        "5.5.5-10.11.6-MariaDB-log, 10.11.6",
        "5.5.5, 5.5.5"
    })
    void aVersionIsToldAsFarAsItCanBeCompared(String said, String comparable) {
        assertThat(Answering.comparable(said)).isEqualTo(comparable);
    }
}
