package io.belay.five.wmscompose;

import static io.belay.five.Operator.finding;
import static io.belay.five.Operator.part;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.assembly.Bundle;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.Certificate;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** WMS's composition system is deployed on its host, broken in the ways that its runbook fears, and put back. */
@Timeout(120)
final class WmsComposeTest {
    private static final String MINE = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    @TempDir
    Path folder;

    private final Deque<Runnable> open = new ArrayDeque<>();

    @BeforeAll
    static void needed() {
        Watch.needed();
        System.setProperty(MINE, AwsServer.ACCESS_KEY);
        System.setProperty(SECRET, AwsServer.SECRET_KEY);
    }

    @AfterAll
    static void forget() {
        System.clearProperty(MINE);
        System.clearProperty(SECRET);
    }

    @AfterEach
    void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    private static void proven(Wms wms) throws Exception {
        assertThat(wms.watched().verdict()).isIn(Verdict.PASS, Verdict.WARN);
        // Somebody logs in, so that the audit log holds something.
        wms.belay().run(Bundle.HEALTH, "log in and compose");
        var verified = wms.belay().run(Bundle.VERIFY);
        assertThat(verified.findings())
                .filteredOn(each -> each.verdict() != Verdict.PASS)
                .isEmpty();
        var system = wms.belay().bundle().system();
        assertThat(verified.findings().stream().map(Finding::subject))
                .containsExactlyElementsOf(Stream.of(
                                Stream.of("verify"),
                                system.migrations().databases().stream().map(each -> each.name()),
                                system.health().checks().stream().map(each -> each.name()),
                                system.health().scenarios().stream().map(each -> each.name()))
                        .flatMap(each -> each)
                        .toList())
                .hasSizeGreaterThan(30);
        var stamped = wms.belay().run(Bundle.STAMP);
        assertThat(stamped.verdict()).as("%s", stamped.findings()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aWrongImageIsPutBackByTheAlertThatPrometheusFiresAndTold() throws Exception {
        var wms = new Wms(folder, open);
        proven(wms);
        wms.docker().deploy(DockerHost.built("frontend", 2), Instant.now());
        var alert = firing(wms);

        // One by one: what waits moves the clock of all that is asked beside it.
        var ready = wms.belay().run(Bundle.HEALTH, "ready");
        assertThat(ready.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(ready, "ready").evidence()).contains(Evidence.compared("status", "200", "404", false));
        var targets = wms.belay().run(Bundle.HEALTH, "every target is up");
        assertThat(finding(targets, "every target is up").evidence())
                .contains(Evidence.compared("targets-down", "<= 0", "1", false));

        var began = wms.time().instant();
        assertThat(wms.ring(alert))
                .contains("\"rolled back ", "\"verdict\":\"pass\"")
                .doesNotContain("\"verdict\":\"fail\"");
        assertThat(wms.docker().backend()).isEqualTo(1);
        assertThat(Duration.between(began, wms.time().instant())).isLessThan(Duration.ofMinutes(5));
        assertThat(wms.slack().getLast()).contains(": rolled back ");

        assertThat(wms.ring(alert)).contains("nothing to do: alarm wms-backend-away is not red any more");
        assertThat(wms.docker().backend()).isEqualTo(1);
        assertThat(wms.belay().run(Bundle.VERIFY).verdict()).isEqualTo(Verdict.PASS);
    }

    /** What Alertmanager sends of the backend; test alerts come as well. */
    private static String firing(Wms wms) throws InterruptedException {
        // Prometheus and Alertmanager go by the real clock, and beside other tests take longer.
        for (var alert = wms.alerts().poll(90, SECONDS);
                alert != null;
                alert = wms.alerts().poll(90, SECONDS)) {
            if (alert.contains("\"status\":\"firing\"") && alert.contains("wms-backend-away")) {
                return alert;
            }
        }
        throw new AssertionError("Prometheus never missed the backend");
    }

    @Test
    void aReleaseOnADatabaseThatMovedOnIsNotPutBackAndThePeopleAreTold() throws Exception {
        var wms = new Wms(folder, open);
        proven(wms);
        wms.warehouse().ship("006_drop_audit");
        var pending = wms.belay().run(Bundle.MIGRATION_VERIFY);
        assertThat(pending.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(pending.findings().getFirst().parts())
                .anySatisfy(each -> assertThat(each.toString()).contains("pending", "006_drop_audit"));
        wms.warehouse().apply("006_drop_audit");
        assertThat(wms.belay().run(Bundle.MIGRATION_VERIFY).verdict()).isEqualTo(Verdict.PASS);
        wms.docker().deploy(DockerHost.built("backend", 2), Instant.now());

        var verified = wms.belay().run(Bundle.VERIFY);

        assertThat(verified.findings().getFirst().summary())
                .isEqualTo("migrations PASS, then health FAIL, then rollback FAIL, then health after FAIL");
        assertThat(part(finding(verified, "log in and compose"), "compose").evidence())
                .contains(Evidence.compared("status", "200 or 201", "500", false));
        assertThat(finding(verified, "rollback").toString()).contains("006");
        assertThat(wms.docker().backend()).isEqualTo(2);
        assertThat(wms.slack().getLast()).contains("cannot run on the databases as they are");
    }

    @Test
    void aCertificateThatEndsInDaysIsTold() throws Exception {
        var certificate = Certificate.make(Files.createDirectory(folder.resolve("keys")), 3);
        var site = Site.secure(certificate.context(), _ -> Reply.status(200));
        open.push(site::close);
        // Nothing else is asked.
        var nobody = "http://127.0.0.1:1";
        var places = new Places(nobody, nobody, new Watch(folder), folder, 1, 1, site.port());
        var variables = Map.of("WMS_CA", certificate.authority(), "WMS_REDIS_PASSWORD", "none");
        var time = new TestingTime();
        time.advance(Duration.between(time.instant(), Instant.now()));
        var belay = new Operator(
                new Example("wms-compose", places.all(), variables).open(folder, time), time, Duration.ofMinutes(1));

        var sick = belay.run(Bundle.HEALTH, "certificate");

        assertThat(sick.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(sick, "certificate").evidence())
                .filteredOn(each -> !each.met())
                .extracting(Evidence::fact)
                .contains("leaf-valid-for");
    }
}
