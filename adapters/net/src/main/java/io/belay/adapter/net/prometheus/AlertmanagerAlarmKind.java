package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Clients;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kind {@code alertmanager} of alarms: the alerts of one name that Alertmanager holds. */
public final class AlertmanagerAlarmKind implements Kind<Watched> {
    static final Key<Text> ALARM = Key.text(
                    "alarm", "[^\\x00-\\x1F\\x7F]{1,200}", "The alert's name, as its label alertname has it.")
            .needed();

    /** As Alertmanager's "Matcher" and PromQL's selectors write it alike: with quotes, and no escape but of three characters. */
    static final Key<List<Text>> MATCHERS = Key.of(
            "matchers",
            new Form.OfList<>(
                    new Form.OfText(Optional.of(
                            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(=~|!~|!=|=)\"([^\"\\\\\\n]|\\\\[\"\\\\n])*\""))),
                    1,
                    20),
            "Which of the alerts of that name count, such as service=\"orders\" or env=~\"prod|canary\".");

    /** A block of its own, so that what one server is shown is never shown to the other. */
    static final Key<Settings> PROMETHEUS = Key.block(
            "prometheus",
            Access.shape("Where the alerts' rules are evaluated.", ApiProbe.URL),
            "Where the alerts' rules are evaluated: it tells whether there is such a rule, and its history.");

    private static final Shape SHAPE =
            Access.shape("An alert of Prometheus' Alertmanager.", ApiProbe.URL, ALARM, MATCHERS, PROMETHEUS);

    private final Clients clients;

    /** The kind, asking through {@code clients}. */
    public AlertmanagerAlarmKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return AlertmanagerAlarms.KIND;
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Watched bind(Settings settings, Optional<Cloud> cloud) {
        var matchers = settings.find(MATCHERS).orElse(List.of()).stream()
                .map(text -> text.fixed(MATCHERS.name()).reveal())
                .toList();
        var alarms = new AlertmanagerAlarms(
                Server.of(clients, settings),
                matchers,
                settings.find(PROMETHEUS).map(this::prometheus));
        return new Watched(settings.get(ALARM).fixed(ALARM.name()).reveal(), alarms);
    }

    private RuleHistory prometheus(Settings block) {
        try {
            return new RuleHistory(Server.of(clients, block));
        } catch (SettingException wrong) {
            throw new SettingException(PROMETHEUS.name(), wrong.key() + ": " + wrong.getMessage());
        }
    }
}
