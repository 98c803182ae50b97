package io.belay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSystemThatIsWellIsATableAndAPage() throws Exception {
        var run = DemoRun.of(folder);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("front page", "log in and order", "page: " + run.page());
        assertThat(run.out().substring(0, run.out().indexOf("is deployed"))).doesNotContain("FAIL", "WARN", "UNKNOWN");
        assertThat(Files.readString(run.page())).startsWith("<!doctype html>").contains("log in and order");
        leavesNothing(run);
    }

    @Test
    void whereItsDatabaseIsExpectedIsATableAndAPageToo() throws Exception {
        var run = DemoRun.of(folder);
        var page = run.page().resolveSibling("report-migration-verify.html");

        assertThat(run.out())
                .contains("harbor · demo · migration-verify", "page: " + page)
                .containsPattern("pass +custom public\\._migrations +ledger +5 migrations applied, head 005")
                .containsPattern("pass +harbor.baseline.json +schema +as recorded");
        assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("orders database");
    }

    @Test
    void aBadReleaseIsPutBackOnceHoweverOftenItsAlarmRings() throws Exception {
        var run = DemoRun.of(folder);
        var page = Files.readString(run.page().resolveSibling("report-rollback.html"));

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out())
                .containsPattern("pass +fc:cn-hangzhou/harbor:prod +fc-alias +stamped as known to be good")
                .contains("Release 2 is deployed. A customer's order: 500 the database refused:")
                .contains("alarm is delivered 3 times at once")
                .contains("Release 1 serves. A customer's order: 201")
                .containsPattern("quarantine 2 +since")
                .containsPattern("pass +arrived +\\d\\d:\\d\\d:\\d\\d +fc:cn-hangzhou/harbor:prod serves 1");
        assertThat(Pattern.compile("(?m)^one delivery: (rollback r-|nothing to do)")
                        .matcher(run.out())
                        .results())
                .hasSize(2);
        assertThat(Pattern.compile("### harbor demo: rolled back ")
                        .matcher(run.out())
                        .results())
                .hasSize(1);
        assertThat(page).contains("What happened", "<b>came up</b>");
        leavesNothing(run);
    }

    @Test
    void aForgottenAndAnEditedMigrationAreShownWithWhatWasExpected() throws Exception {
        var run = DemoRun.of(folder, "--break", "migration");

        assertThat(run.exit()).as(run.err()).isOne();
        assertThat(run.err()).contains("broken on purpose: a migration was edited after it was applied");
        assertThat(run.out())
                .contains("1 pending (005_orders_by_user.sql), 1 changed (003), at 004, expected 005")
                .containsPattern("✗ pending 005_orders_by_user\\.sql +expected applied +observed not applied")
                .containsPattern("✗ changed 003\\s+expected checksum [0-9a-f]{64}, 003_orders_by_day\\.sql"
                        + "\\s+observed checksum [0-9a-f]{64}, applied")
                .containsPattern("- orders: index orders_by_user +\\(placed_by\\)")
                .containsPattern("pass +log in and order");
        leavesNothing(run);
    }

    @Test
    void aBrokenOrderIsShownWithWhatTheDatabaseSaid() throws Exception {
        var run = DemoRun.of(folder, "--break");

        assertThat(run.exit()).as(run.err()).isOne();
        assertThat(run.err()).contains("broken on purpose: placing an order answers 500");
        assertThat(run.out())
                .containsPattern("FAIL +log in and order +scenario +step 2 of 5, place an order: status is 500")
                .containsPattern("FAIL +place an order +http +status is 500, expected 201")
                .contains("column \"destination\" of relation \"orders\" does")
                .containsPattern("FAIL +database +postgres +value is 006, expected 005")
                .containsPattern("ahead 006 +expected nothing newer than 005")
                .containsPattern("[-~] orders\\.destination");
        leavesNothing(run);
    }

    @Test
    void aStoppedRedisIsShownAsRefused() throws Exception {
        var run = DemoRun.of(folder, "--break", "redis");

        assumeFalse(
                run.err().contains("absent  redis"), "harbor has no Redis here: the package redis-server is missing");
        assertThat(run.exit()).as(run.err()).isOne();
        assertThat(run.out())
                .containsPattern("FAIL +cache +redis +refused: Connection refused")
                .containsPattern("1 fail, \\d+ pass");
        leavesNothing(run);
    }

    @Test
    void aCertificateThatEndsTomorrowIsShownWithItsDay() throws Exception {
        var run = DemoRun.of(folder, "--break", "certificate");

        assertThat(run.exit()).as(run.err()).isOne();
        assertThat(run.out())
                .containsPattern("FAIL +certificate +tls +leaf-valid-for is (24h|23h.*), expected >= 30d")
                .containsPattern("leaf-valid-for +expected >= 30d +observed")
                .containsPattern("1 fail, \\d+ pass");
        leavesNothing(run);
    }

    @Test
    void aPartThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
        var run = DemoRun.of(folder, "--break", "rudder");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("found rudder", "orders, migration, login, slow, redis, database, certificate, api")
                .doesNotContain("starting harbor", "\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.page()).doesNotExist();
    }

    private static void leavesNothing(DemoRun run) throws IOException {
        // At least harbor's two doors, its database and the function's door.
        assertThat(run.ports()).hasSizeGreaterThanOrEqualTo(4);
        var left = new SoftAssertions();
        left.assertThat(run.listening()).as("ports").isEmpty();
        left.assertThat(run.processes()).as("processes").isEmpty();
        left.assertThat(run.files()).as("files").isEmpty();
        left.assertAll();
    }
}
