package io.belay.adapter.net.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Form;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How alerts come to one colour. */
final class AlertmanagerAlarmsTest {
    private final TestingTime clock = new TestingTime();
    private final Alerting alerting = new Alerting(clock);

    @AfterEach
    void close() {
        alerting.close();
    }

    private static Watched bound(String url, UnaryOperator<Settings.Builder> more) {
        var settings = Settings.builder()
                .set(ApiProbe.URL, Asking.address(url))
                .set(AlertmanagerAlarmKind.ALARM, Text.of("errors"));
        return new AlertmanagerAlarmKind(Asking.clients())
                .bind(more.apply(settings).build(), Optional.empty());
    }

    private static UnaryOperator<Settings.Builder> beside(String prometheus) {
        var block =
                Settings.builder().set(ApiProbe.URL, Asking.address(prometheus)).build();
        return settings -> settings.set(AlertmanagerAlarmKind.PROMETHEUS, block);
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), clock);
    }

    private AlarmState read(UnaryOperator<Settings.Builder> more) throws InterruptedException {
        var watched = bound(alerting.alertmanager(), more);
        return watched.source().read(watched.alarm(), soon());
    }

    private AlarmState answered(String alerts) throws InterruptedException {
        try (var server = Loopback.plain().json("/api/v2/alerts", 200, alerts)) {
            var watched = bound(server.url(""), UnaryOperator.identity());
            return watched.source().read(watched.alarm(), soon());
        }
    }

    private static String alert(String since, String state, String labels, String annotations) {
        return """
                {"startsAt":"%s","status":{"state":"%s","silencedBy":[],"inhibitedBy":[]},"labels":{"alertname":"errors",%s},
                "annotations":{%s}}""".formatted(since, state, labels, annotations);
    }

    @Test
    void anActiveAlertIsRedAndItsLabelsAreWhatItWatches() throws Exception {
        alerting.fire();

        assertThat(read(UnaryOperator.identity()))
                .isEqualTo(new AlarmState(
                        "errors",
                        Colour.RED,
                        Optional.of(clock.instant()),
                        "3 of 100 orders fail",
                        Map.of("service", "orders")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silenced", "inhibited"})
    void whatIsMutedIsNeitherRedNorGreen(String how) throws Exception {
        alerting.fire();
        alerting.mute(how);

        var state = read(UnaryOperator.identity());

        assertThat(state.colour()).isEqualTo(Colour.UNKNOWN);
        assertThat(state.reason()).isEqualTo(how + ": 3 of 100 orders fail");
        assertThat(alerting.asked.getFirst())
                .isEqualTo("active=true&silenced=true&inhibited=true&unprocessed=true&filter=alertname=\"errors\"");
    }

    @Test
    void whatNobodyHasLookedAtYetIsNotRedYet() throws Exception {
        alerting.fire();
        alerting.unprocessed();

        assertThat(read(UnaryOperator.identity()).colour()).isEqualTo(Colour.UNKNOWN);
    }

    @Test
    void severalAlertsAreOneAlarmSinceTheFirstThatIsActive() throws Exception {
        var state = answered("["
                + alert(
                        "2026-11-21T07:00:00Z",
                        "suppressed",
                        "\"pod\":\"c\",\"app\":\"orders\"",
                        "\"summary\":\"muted\"")
                + ","
                + alert(
                        "2026-11-21T07:59:00.5+00:00",
                        "active",
                        "\"pod\":\"b\",\"app\":\"orders\"",
                        "\"summary\":\"second\"")
                + ","
                + alert(
                        "2026-11-21T08:58:00+01:00",
                        "active",
                        "\"pod\":\"a\",\"app\":\"orders\"",
                        "\"description\":\"first\"")
                + "]");

        assertThat(state)
                .isEqualTo(new AlarmState(
                        "errors",
                        Colour.RED,
                        Optional.of(Instant.parse("2026-11-21T07:58:00Z")),
                        "first (the first of 2 alerts)",
                        Map.of("app", "orders", "pod", "a,b")));
    }

    @Test
    void anAlertWithoutATimeIsNotUnderstood() {
        assertThatThrownBy(() -> answered("[" + alert("yesterday", "active", "\"a\":\"b\"", "") + "]"))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
    }

    @Test
    void withoutPrometheusNothingActiveIsGreenAndThereIsNoHistory() throws Exception {
        assertThat(read(UnaryOperator.identity()).colour()).isEqualTo(Colour.GREEN);

        var watched = bound(alerting.alertmanager(), UnaryOperator.identity());
        assertThat(watched.source().history("errors", Instant.EPOCH, soon())).isEmpty();
    }

    @Test
    void aRuleThatCannotBeEvaluatedIsNotGreen() throws Exception {
        alerting.fails("found duplicate series");

        var state = read(beside(alerting.prometheus()));

        assertThat(state.colour()).isEqualTo(Colour.UNKNOWN);
        assertThat(state.reason()).isEqualTo("its rule cannot be evaluated: found duplicate series");
    }

    @Test
    void aRuleThatFiredForASecondIsInADaysHistory() throws Exception {
        var from = clock.instant();
        clock.advance(Duration.ofHours(5).plusSeconds(2));
        alerting.fire();
        clock.advance(Duration.ofSeconds(1));
        alerting.end();
        clock.advance(Duration.ofHours(43));

        var watched = bound(alerting.alertmanager(), beside(alerting.prometheus()));
        var turns = watched.source().history("errors", from, soon());

        assertThat(turns).extracting(AlarmState::colour).containsExactly(Colour.GREEN, Colour.RED);
        assertThat(turns.getLast().since().orElseThrow())
                .isBetween(
                        from.plus(Duration.ofHours(5)),
                        from.plus(Duration.ofHours(5)).plusSeconds(30));
    }

    @Test
    void aYearsHistoryIsAskedInPointsThatPrometheusTakes() throws Exception {
        var from = clock.instant().minus(Duration.ofDays(365));

        bound(alerting.alertmanager(), beside(alerting.prometheus())).source().history("errors", from, soon());

        assertThat(alerting.asked.getLast()).endsWith("&step=3154");
    }

    @Test
    void whatWasRedAtTheBeginningIsToldAsOfThen() throws Exception {
        alerting.fire();
        clock.advance(Duration.ofHours(1));
        var from = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        var turns = bound(alerting.alertmanager(), beside(alerting.prometheus()))
                .source()
                .history("errors", from, soon());

        assertThat(turns)
                .containsExactly(new AlarmState("errors", Colour.RED, Optional.of(from), "it fired", Map.of()));
    }

    @Test
    void matchersNarrowBothAlertsAndHistory() throws Exception {
        UnaryOperator<Settings.Builder> narrowed = block -> beside(alerting.prometheus())
                .apply(block)
                .set(AlertmanagerAlarmKind.MATCHERS, List.of(Text.of("service=\"orders\""), Text.of("env=~\"a|b\"")));
        var watched = bound(alerting.alertmanager(), narrowed);

        assertThatThrownBy(() -> watched.source().read("say \"hi\" \\", soon()))
                .hasMessageContaining("no rule of that name");
        watched.source().history("errors", clock.instant().minusSeconds(60), soon());

        assertThat(alerting.asked.getFirst())
                .endsWith("&filter=alertname=\"say \\\"hi\\\" \\\\\"&filter=service=\"orders\"&filter=env=~\"a|b\"");
        assertThat(alerting.asked.getLast())
                .startsWith(
                        "query=count(ALERTS{alertname=\"errors\",service=\"orders\",env=~\"a|b\",alertstate=\"firing\"})"
                                + " or count(max_over_time(ALERTS{");
    }

    @ParameterizedTest
    @CsvSource({"401, DENIED", "400, REJECTED", "429, THROTTLED", "503, UNREACHABLE"})
    void whatIsNoAnswerIsAFault(int status, Fault.Kind kind) {
        try (var server = Loopback.plain().json("/api/v2/alerts", status, "[]")) {
            var watched = bound(server.url(""), UnaryOperator.identity());

            assertThatThrownBy(() -> watched.source().read("errors", soon()))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
        }
    }

    @Test
    void whatIsWrongInTheBlockOfPrometheusSaysSo() {
        var twice = Settings.builder()
                .set(ApiProbe.URL, Asking.address("http://prometheus.test"))
                .set(Access.BEARER, Text.of("one"))
                .set(Access.HEADERS, Map.of("Authorization", Text.of("two")))
                .build();

        assertThatThrownBy(() ->
                        bound("http://alertmanager.test", block -> block.set(AlertmanagerAlarmKind.PROMETHEUS, twice)))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("prometheus"))
                .hasMessage("bearer: one of basic, bearer and an Authorization header");
    }

    @Test
    void aMatcherIsWrittenAsBothServersReadIt() {
        var item = (Form.OfText) ((Form.OfList<Text>) AlertmanagerAlarmKind.MATCHERS.form()).item();
        var like = item.like().orElseThrow();

        assertThat(List.of("a=\"b\"", "a!=\"\"", "a=~\"b|c\"", "a!~\"\\\"\""))
                .allMatch(each -> like.matcher(each).matches());
        assertThat(List.of("a", "a=b", "a=\"b", "a=\"b\"} or vector(1)", "a=\"b\\x\"", "1a=\"b\"", "a==\"b\""))
                .noneMatch(each -> like.matcher(each).matches());
    }
}
