package io.belay.assembly.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which token reaches which path. */
final class ScopeTest {
    private static final String RUN = "/runs/belay-0123456789abcdef0123456789abcdef";

    private final Guarded door = new Guarded();

    /** In the order of the columns: whoever bears none, then a token of each scope. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /health                   | no  | yes | yes | no  | yes
                    POST | /health                   | no  | yes | yes | no  | yes
                    GET  | /migration-verify         | no  | yes | yes | no  | yes
                    GET  | /metrics                  | no  | yes | yes | no  | yes
                    GET  | /metrics/migration-verify | no  | yes | yes | no  | yes
                    GET  | /systems                  | no  | yes | yes | no  | yes
                    POST | /verify                   | no  | yes | no  | no  | yes
                    GET  | RUN                       | no  | yes | no  | no  | yes
                    GET  | /rollback-plan            | no  | no  | yes | no  | yes
                    GET  | /release                  | no  | no  | yes | no  | yes
                    GET  | /alarms-plan              | no  | no  | yes | no  | yes
                    GET  | /alarms-drift             | no  | no  | yes | no  | yes
                    POST | /alarms                   | no  | no  | no  | yes | yes
                    GET  | /alarms                   | no  | no  | no  | yes | yes
                    POST | /rollback                 | no  | no  | no  | no  | yes
                    POST | /stamp                    | no  | no  | no  | no  | yes
                    POST | /clear                    | no  | no  | no  | no  | yes
                    POST | /stop                     | no  | no  | no  | no  | yes
                    POST | /resume                   | no  | no  | no  | no  | yes
                    POST | /alarms-apply             | no  | no  | no  | no  | yes
                    POST | /alarms-drill             | no  | no  | no  | no  | yes
                    POST | /nothing                  | no  | no  | no  | no  | yes
                    GET  | /health/live              | yes | yes | yes | yes | yes
                    GET  | /health/ready             | yes | yes | yes | yes | yes
                    """)
    void aTokenReachesAsFarAsItsScope(
            String method, String path, String nobody, String verify, String plan, String alarms, String rollback)
            throws Exception {
        var to = path.equals("RUN") ? RUN : path;

        assertThat(reaches(method, to, "unknown-token-0123456789", 401)).isEqualTo(nobody);
        assertThat(reaches(method, to, Guarded.WATCHER, 403)).isEqualTo(verify);
        assertThat(reaches(method, to, Guarded.PIPELINE, 403)).isEqualTo(plan);
        assertThat(reaches(method, to, Guarded.CLOUDMONITOR, 403)).isEqualTo(alarms);
        assertThat(reaches(method, to, Guarded.ADA, 403)).isEqualTo(rollback);
        assertThat(door.logged()).doesNotContain("-token-");
    }

    private String reaches(String method, String path, String token, int refused) throws Exception {
        return door.reply(method, path, token, "{}").status() == refused ? "no" : "yes";
    }

    @Test
    void everyFunctionIsInTheTableAbove() {
        var table = Scope.values();

        for (var function : Bundle.CHANGING) {
            for (var scope : table) {
                var meant = scope == Scope.ROLLBACK || (scope == Scope.VERIFY && function.equals(Bundle.VERIFY));
                assertThat(scope.reaches(function))
                        .as("%s, %s", scope, function)
                        .isEqualTo(meant);
            }
        }
        for (var function : Bundle.READING) {
            assertThat(Scope.PLAN.reaches(function)).as(function).isTrue();
            assertThat(Scope.VERIFY.reaches(function)).as(function).isEqualTo(Bundle.VERIFYING.contains(function));
        }
    }

    @Test
    void aPlanThatIsRungChangesNothingEither() throws Exception {
        var plans = door.door(Guarded.tokens(), Bundle.ROLLBACK_PLAN);

        var rung = plans.reply(door.call("POST", "/alarms", Guarded.bearing(Guarded.PIPELINE), Guarded.alert()));

        assertThat(rung.status()).isEqualTo(200);
        assertThat(rung.body()).contains("would roll back orders from 42 to 41");
        assertThat(door.harbor.rollbacks()).isZero();
    }
}
