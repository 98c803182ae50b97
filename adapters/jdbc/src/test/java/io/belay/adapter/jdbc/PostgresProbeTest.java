package io.belay.adapter.jdbc;

import static io.belay.adapter.jdbc.Ask.refusal;
import static io.belay.adapter.jdbc.Ask.secret;
import static io.belay.adapter.jdbc.Ask.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.probe.ProbeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresProbeTest extends DatabaseClaims {
    @Override
    ProbeKind kind() {
        return new PostgresProbeKind();
    }

    @Override
    String password() {
        return RunningPostgres.PASSWORD;
    }

    @Override
    String authority() {
        return RunningPostgres.authority();
    }

    @Override
    int port() {
        return RunningPostgres.port();
    }

    @Override
    String database() {
        return "postgres";
    }

    @Override
    String scheme() {
        return "jdbc:postgresql:";
    }

    @Override
    String writing() {
        return "select nextval('tick')";
    }

    @Override
    String slow() {
        return "select pg_sleep(5)";
    }

    @Test
    void theVersionComparesAsOne() throws Exception {
        assertThat(new Condition.Compared(Comparison.AT_LEAST, Value.of("9.6"))
                        .holds(value(bind(at(port()), "version"), "version")))
                .isTrue();
    }

    @Test
    void aFlagIsYesOrNo() throws Exception {
        assertThat(value(bind(asking("select exists (select 1 from orders)"), "value"), "value"))
                .isEqualTo(Value.of(true));
    }

    @Test
    void aSecretThatIsBoundDoesNotComeBackInAnError() throws Exception {
        var settings = asking("select 1 from orders where id = ?")
                .set(DatabaseProbes.PARAMS, List.of(secret("${env:ORDER}", "canary-not-a-number")));

        assertThat(refusal(bind(settings))).contains("${env:ORDER}").doesNotContain("canary");
    }
}
