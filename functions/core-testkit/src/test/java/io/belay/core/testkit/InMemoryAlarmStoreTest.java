package io.belay.core.testkit;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one in memory keeps the contract for every kind. */
final class InMemoryAlarmStoreTest extends AlarmStoreContract {
    private static final Receiver ONCALL =
            new Receiver("oncall", List.of(new Channel.Email(Text.of("oncall@example.com"))));
    private static final Measure ERRORS = Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM);

    private final InMemoryAlarmStore store = new InMemoryAlarmStore("contract");

    @Override
    protected AlarmStore store() {
        return store;
    }

    @Override
    protected AlarmStore other() {
        return store;
    }

    @Override
    protected List<Resource> wanted() {
        return List.of(
                ONCALL,
                new Retention("/aws/lambda/serve", Optional.of(30), false),
                new MetricFilter("refused", "/aws/lambda/serve", "\"JWT\"", "shop", "refused", "1", Optional.empty()),
                new AlarmSpec(
                        "errors",
                        "calls fail",
                        ERRORS,
                        Limit.Threshold.above("5"),
                        Window.of(Duration.ofSeconds(90), 3),
                        Missing.GREEN,
                        Severity.CRITICAL,
                        List.of(ONCALL),
                        true,
                        Optional.of(Duration.ofHours(1))),
                new Composite(
                        "any", "", new Rule.Red("errors"), Severity.CRITICAL, List.of(ONCALL), false, Optional.empty()),
                new Dashboard("shop", List.of(new Dashboard.Widget("Errors", List.of(ERRORS)))),
                new SavedQuery("failures", List.of("/aws/lambda/serve"), "status >= 400"),
                new Budget("month", new BigDecimal(1000), "USD", List.of(new BigDecimal(500)), List.of(ONCALL)));
    }

    @Override
    protected void foreign(Resource wanted) {
        store.put(Canonical.of(wanted, Optional.empty()));
    }

    @Override
    protected void byHand(Id id) {
        store.byHand(id, "by hand", "changed");
    }

    @Override
    protected int writes() {
        return store.writes();
    }
}
