package io.belay.adapter.jdbc;

import static io.belay.adapter.jdbc.Ask.refusal;
import static io.belay.adapter.jdbc.Ask.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MysqlProbeTest extends DatabaseClaims {
    @BeforeAll
    static void needed() {
        RunningMariadb.needed();
    }

    @Override
    ProbeKind kind() {
        return new MysqlProbeKind();
    }

    @Override
    String password() {
        return RunningMariadb.PASSWORD;
    }

    @Override
    String authority() {
        return RunningMariadb.authority();
    }

    @Override
    int port() {
        return RunningMariadb.port();
    }

    @Override
    String database() {
        return "harbor";
    }

    @Override
    String scheme() {
        return "jdbc:mysql:";
    }

    @Override
    String writing() {
        return "select tick()";
    }

    @Override
    String values() {
        return RunningMariadb.mariadb() ? "values (3)" : "values row(3)";
    }

    @Override
    String slow() {
        return "select sleep(5) from orders";
    }

    @Test
    void theVersionComparesAsOne() throws Exception {
        assertThat(new Condition.Compared(Comparison.AT_LEAST, Value.of("8.0.0"))
                        .holds(value(bind(at(port()), "version"), "version")))
                .isTrue();
    }

    @Test
    void aUrlMayNameMariadb() throws Exception {
        var settings = Settings.builder()
                .set(Database.URL, Text.of("jdbc:mariadb://127.0.0.1:" + port() + "/harbor?useCompression=true"))
                .set(Database.USER, Text.of("watch"))
                .set(Database.PASSWORD, Text.of(password()));

        assertThat(value(bind(settings, "connects"), "connects")).isEqualTo(Value.of(true));
    }

    private static final String CIPHER =
            "select variable_value from STATUS.session_status where variable_name = 'Ssl_cipher'";

    private String cipher() {
        return CIPHER.replace("STATUS", RunningMariadb.mariadb() ? "information_schema" : "performance_schema");
    }

    @Test
    void whereTheServerOffersItTheConnectionIsEncryptedThoughNobodySaidSo() throws Exception {
        assertThat(value(bind(asking(cipher()), "value"), "value").shown()).isNotBlank();
        assertThat(value(bind(asking(cipher()).set(Database.TLS, "off"), "value"), "value")
                        .shown())
                .isBlank();
    }

    /** MySQL's caching_sha2_password has a password sent encrypted where the server does not remember it. */
    @Test
    void whereTheServerOffersNoTlsItIsAskedWithoutAndNoPasswordGoesInTheClear() throws Exception {
        try (var server = OffersNoTls.before(port())) {
            if (RunningMariadb.mariadb()) {
                assertThat(value(bind(at(server.port()), "connects"), "connects"))
                        .isEqualTo(Value.of(true));
                return;
            }
            Builder.mariadb().run("flush privileges");

            assertThat(refusal(bind(at(server.port())))).contains("the server has to offer TLS");
        }
        assertThat(refusal(bind(at(port()).set(Database.TLS, "off")))).contains("tls must not be off");
    }
}
