package io.belay.five.wmsfc;

import static io.belay.five.Operator.finding;
import static io.belay.five.Operator.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.five.loopback.MariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** WMS's command service is deployed, broken in the ways that its checklist fears, and put back. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WmsFcTest {
    private Optional<MariaDb> server = Optional.empty();
    private Optional<Small> opened = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = Optional.of(new MariaDb(folder, "of-the-service"));
    }

    @AfterAll
    void stop() {
        server.ifPresent(MariaDb::close);
    }

    @BeforeEach
    void deploy(@TempDir Path folder) throws Exception {
        opened = Optional.of(new Small(server.orElseThrow(), folder));
    }

    @AfterEach
    void close() {
        opened.ifPresent(Small::close);
    }

    private Small wms() {
        return opened.orElseThrow();
    }

    /** Release 1 serves for half an hour, is watched, verified, and stamped. */
    private void proven() throws Exception {
        assertThat(wms().belay().setAlarms().verdict()).isIn(Verdict.PASS, Verdict.WARN);
        assertThat(wms().order()).isEqualTo(201);
        wms().minutes(31);
        assertThat(wms().order()).isEqualTo(201);
        wms().minutes(1);
        var verified = wms().belay().run(Bundle.VERIFY);
        assertThat(verified.findings())
                .allSatisfy(each -> assertThat(each.verdict()).as("%s", each).isEqualTo(Verdict.PASS));
        assertThat(verified.findings().stream().map(Finding::subject))
                .containsExactlyElementsOf(Stream.of(
                                Stream.of("verify"),
                                wms().belay().bundle().system().migrations().databases().stream()
                                        .map(each -> each.name()),
                                wms().belay().bundle().system().health().checks().stream()
                                        .map(each -> each.name()),
                                wms().belay().bundle().system().health().scenarios().stream()
                                        .map(each -> each.name()))
                        .flatMap(each -> each)
                        .toList())
                .hasSizeGreaterThan(30);
        var stamped = wms().belay().run(Bundle.STAMP);
        assertThat(stamped.verdict()).as("%s", stamped.findings()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aReleaseWhoseMigrationWasNotAppliedIsPutBackByTheAlarmAndTold() throws Exception {
        proven();
        wms().cloud().deploy(Release.PRICES);
        wms().minutes(3);
        for (int customer = 0; customer < 6; customer++) {
            assertThat(wms().order()).isEqualTo(500);
        }
        wms().minutes(1);

        var sick = wms().belay().run(Bundle.HEALTH);
        assertThat(sick.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(part(finding(sick, "log in, order, inspect"), "place an order")
                        .evidence())
                .contains(Evidence.compared("status", "201", "500", false));
        assertThat(finding(sick, "errors").evidence()).contains(Evidence.compared("total", "<= 0", "6", false));

        var began = wms().time().instant();
        assertThat(wms().ring()).contains("\"rolled back ").doesNotContain("\"verdict\":\"fail\"");
        assertThat(wms().cloud().serving()).isEqualTo(Release.GOOD);
        assertThat(Duration.between(began, wms().time().instant())).isLessThan(Duration.ofMinutes(5));
        assertThat(wms().order()).isEqualTo(201);
        assertThat(wms().cloud().told().getLast()).contains("rolled back", Release.GOOD.image());

        var notes = wms().cloud().aliyun().functionCompute().descriptions(CommandCloud.FUNCTION);
        assertThat(wms().ring()).contains("has put it back already");
        assertThat(wms().cloud().serving()).isEqualTo(Release.GOOD);
        assertThat(wms().cloud().aliyun().functionCompute().descriptions(CommandCloud.FUNCTION))
                .isEqualTo(notes);

        wms().minutes(31);
        assertThat(wms().belay().run(Bundle.VERIFY).findings()).noneMatch(each -> each.verdict() == Verdict.FAIL);
    }

    @Test
    void aMigrationThatWasForgottenIsNamed() throws Exception {
        wms().database().make(CommandDatabase.SCHEMA, CommandDatabase.SETUP);

        var forgotten = wms().belay().run(Bundle.MIGRATION_VERIFY);

        assertThat(forgotten.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(forgotten, "wms").parts())
                .filteredOn(each -> each.verdict() == Verdict.FAIL)
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).contains("qc_results"));
        wms().database().apply(CommandDatabase.ENHANCEMENT);
        assertThat(wms().belay().run(Bundle.MIGRATION_VERIFY).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aSlowReleaseIsPutBackByTheVerificationThatFindsIt() throws Exception {
        proven();
        wms().cloud().deploy(Release.SLOW);
        wms().minutes(5);

        var verified = wms().belay().run(Bundle.VERIFY);

        assertThat(verified.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verified.findings().getFirst().summary())
                .isEqualTo("migrations PASS, then health FAIL, then rollback PASS, then health after PASS");
        assertThat(finding(verified, "warm start").evidence())
                .anySatisfy(each -> assertThat(each.toString()).contains("p95", "met=false"));
        assertThat(wms().cloud().serving()).isEqualTo(Release.GOOD);
        assertThat(wms().cloud().told().getLast()).contains("rolled back", Release.GOOD.image());
    }

    @Test
    void aReleaseThatMovedTheSchemaIsNotPutBackAndThePeopleAreTold() throws Exception {
        proven();
        wms().database().run("ALTER TABLE production_orders ADD unit_cost DECIMAL(10, 2) NOT NULL DEFAULT 0");
        wms().cloud().deploy(Release.PRICES);
        wms().minutes(3);
        for (int customer = 0; customer < 6; customer++) {
            assertThat(wms().order()).isEqualTo(500);
        }
        wms().minutes(1);

        assertThat(wms().ring()).contains("its schema is another now, and no ledger tells what was applied to it");

        assertThat(wms().cloud().serving()).isEqualTo(Release.PRICES);
        assertThat(wms().cloud().told().getLast()).contains("schema");
    }
}
