package io.belay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(run.out()).doesNotContain("FAIL", "WARN", "UNKNOWN");
        assertThat(Files.readString(run.page())).startsWith("<!doctype html>").contains("log in and order");
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
                .containsPattern("FAIL +database +postgres +value is 005, expected 004");
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
                .contains("found rudder", "orders, login, slow, redis, database, certificate, api")
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
