package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.NoAnswer;
import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Alertmanager's alerts, by the label {@code alertname}: API v2, {@code GET /alerts} of its {@code openapi.yaml}. Several alerts of a
 * name are one alarm, red since the first of those that are active.
 *
 * <p>An alert that is silenced or inhibited fires and is not red. A silence is a person's word that nothing shall come of it for now,
 * as when they work on the very thing; of an inhibited one another alert says that its cause lies elsewhere. It is not green either,
 * for nobody can say that all is well: UNKNOWN, by which nothing is put back.
 *
 * <p>Alertmanager forgets an alert that is over, and knows no rules: what it does not hold is green, be it misspelt or Prometheus
 * gone. Where that is to be told apart, Prometheus is asked as well.
 */
final class AlertmanagerAlarms implements AlarmSource {
    static final String KIND = "alertmanager";

    private final Server server;
    private final List<String> matchers;
    private final Optional<RuleHistory> prometheus;

    AlertmanagerAlarms(Server server, List<String> matchers, Optional<RuleHistory> prometheus) {
        this.server = server;
        this.matchers = List.copyOf(matchers);
        this.prometheus = prometheus;
    }

    @Override
    public Target target() {
        return new Target(server.shown(), server.base().getHost());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public AlarmState read(String alarm, Deadline deadline) throws InterruptedException {
        try {
            var alerts = alerts(alarm, deadline);
            if (!alerts.isEmpty()) {
                return Alert.state(alarm, alerts);
            }
            return prometheus.isPresent()
                    ? prometheus.get().quiet(alarm, deadline)
                    : new AlarmState(alarm, Colour.GREEN, Optional.empty(), "no such alert is active", Map.of());
        } catch (NoAnswer none) {
            throw none.fault();
        }
    }

    private List<Alert> alerts(String alarm, Deadline deadline) throws NoAnswer, InterruptedException {
        var filter = Matchers.of(alarm, matchers).stream()
                .map(each -> "&filter=" + URLEncoder.encode(each, UTF_8))
                .collect(Collectors.joining());
        return server
                .api(deadline)
                .json("/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true" + filter)
                .all("$")
                .stream()
                .map(Alert::of)
                .toList();
    }

    @Override
    public List<AlarmState> history(String alarm, Instant from, Deadline deadline) throws InterruptedException {
        try {
            return prometheus.isPresent() ? prometheus.get().turns(alarm, matchers, from, deadline) : List.of();
        } catch (NoAnswer none) {
            throw none.fault();
        }
    }
}
