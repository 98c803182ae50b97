package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Safety;
import io.belay.core.alarm.Window;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.release.RollbackCauses.Watched;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmsSectionTest {
    private static final Owner OWNER = new Owner("harbor", "prod");

    private static AlarmsSpec alarms(String file) {
        return Files.system(file).alarms();
    }

    private static <T extends Resource> T find(AlarmsSpec alarms, int site, Class<T> type, String name) {
        return alarms.sites().get(site).wanted().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allThatIsSaidIsRead() {
        var alarms = alarms(AlarmSamples.WHOLE);

        assertThat(alarms.owner()).isEqualTo(OWNER);
        assertThat(alarms.policy()).isEqualTo(ChangePolicy.SYNC);
        assertThat(alarms.takeOver()).containsExactly("old errors");
        assertThat(alarms.sites()).hasSize(2);
        assertThat(alarms.safety())
                .isEqualTo(new Safety(seconds(30), seconds(2), seconds(3), seconds(20), seconds(60)));
        var drill = alarms.drill().orElseThrow();
        assertThat(drill.alarm()).isEqualTo("harbor_prod_drill");
        assertThat(drill.within()).isEqualTo(Duration.ofMinutes(2));
        assertThat(drill.every()).isEqualTo(seconds(2));
    }

    @Test
    void anAlarmIsReadWithAllOfIt() {
        var alarm = find(alarms(AlarmSamples.WHOLE), 0, AlarmSpec.class, "orders failing");

        assertThat(alarm.measure().shown()).isEqualTo("p99.9 of Shop Failed {Stage=staging}");
        assertThat(alarm.limit()).isEqualTo(Limit.Threshold.above("5"));
        assertThat(alarm.window()).isEqualTo(new Window(Duration.ofMinutes(5), 4, 2));
        assertThat(alarm.missing()).isEqualTo(Missing.GREEN);
        assertThat(alarm.severity()).isEqualTo(Severity.WARNING);
        assertThat(alarm.receivers()).extracting(Receiver::name).containsExactly("harbor_prod_oncall");
        assertThat(alarm.recovery()).isFalse();
        assertThat(alarm.remind()).contains(Duration.ofHours(4));
    }

    @Test
    void whatOneKeepsOnlyThereIsNotWantedElsewhere() {
        var sites = alarms(AlarmSamples.WHOLE).sites();

        assertThat(sites.getFirst().wanted()).extracting(Resource::name).doesNotContain("up");
        assertThat(sites.getLast().wanted()).extracting(Resource::name).contains("up");
        assertThat(sites.getLast().wanted())
                .extracting(Resource::name)
                .noneMatch(name -> name.startsWith("harbor_prod_serve_"));
    }

    @Test
    void aPresetIsTakenOverButForWhatIsSaidOtherwise() {
        var alarms = alarms(AlarmSamples.WHOLE);
        var rate = find(alarms, 0, AlarmSpec.class, "harbor_prod_serve_error-rate");

        assertThat(rate.limit()).isEqualTo(Limit.Threshold.above("2.5"));
        assertThat(rate.window()).isEqualTo(new Window(Duration.ofMinutes(2), 3, 2));
        assertThat(rate.missing()).isEqualTo(Missing.RED);
        assertThat(rate.severity()).isEqualTo(Severity.WARNING);
        assertThat(rate.measure().shown()).startsWith("maximum of");
        assertThat(rate.receivers())
                .extracting(Receiver::name)
                .containsExactly("harbor_prod_machine", "harbor_prod_oncall");
        assertThat(alarms.sites().getFirst().wanted())
                .extracting(Resource::name)
                .contains("harbor_prod_serve_duration", "harbor_prod_main-orders_cpu")
                .doesNotContain("harbor_prod_serve_throttles");
    }

    @Test
    void everyWayToTellSomebodyIsRead() {
        var oncall = find(alarms(AlarmSamples.WHOLE), 0, Receiver.class, "harbor_prod_oncall");
        var machine = find(alarms(AlarmSamples.WHOLE), 0, Receiver.class, "harbor_prod_machine");

        assertThat(oncall.channels())
                .extracting(Channel::word)
                .containsExactly("email", "sms", "webhook", "dingtalk", "slack");
        assertThat(machine.channels()).extracting(Channel::word).containsExactly("function", "topic", "queue");
        assertThat(Files.system(AlarmSamples.WHOLE).toString()).doesNotContain(Files.CANARY);
    }

    @Test
    void aCompositeAsksItsAlarms() {
        var composite = find(alarms(AlarmSamples.WHOLE), 0, Composite.class, "orders are down");

        assertThat(composite.rule().shown()).isEqualTo("(orders failing or (orders share and not few))");
        assertThat(composite.hush()).contains(new Composite.Hush("odd", Duration.ofMinutes(2), Duration.ofMinutes(3)));
    }

    @Test
    void eachLogOfAListIsKeptAsLong() {
        assertThat(alarms(AlarmSamples.WHOLE).sites().getFirst().wanted())
                .contains(
                        new Retention("/aws/lambda/serve", Optional.of(14), true),
                        new Retention("/aws/lambda/orders", Optional.of(14), true));
        assertThat(alarms(AlarmSamples.withKeys("retention: [{ logs: x }]"))
                        .sites()
                        .getFirst()
                        .wanted())
                .containsExactly(new Retention("x", Optional.of(30), false));
    }

    @Test
    void aBudgetHasTheMarksOfTheChecklistsBelowItsOwn() {
        assertThat(marks("budgets: [{ name: month }]")).containsExactly("100", "300", "500", "1000");
        assertThat(marks("budgets: [{ name: month, limit: 400 }]")).containsExactly("100", "300", "400");
        assertThat(marks("budgets: [{ name: month, at: 7 }]")).containsExactly("7");
    }

    private static List<String> marks(String keys) {
        return find(alarms(AlarmSamples.withKeys(keys)), 0, Budget.class, "month").marks().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void whereItSaysNothingNothingIsDeletedAndNobodyIsTold() {
        var alarms = alarms(AlarmSamples.withAlarm("query: x, above: 1"));
        var alarm = find(alarms, 0, AlarmSpec.class, "a");

        assertThat(alarms.policy()).isEqualTo(ChangePolicy.UPSERT_ONLY);
        assertThat(alarms.takeOver()).isEqualTo(Set.of());
        assertThat(alarms.safety()).isEqualTo(Safety.DEFAULT);
        assertThat(alarms.drill()).isEmpty();
        assertThat(alarm.window()).isEqualTo(Window.of(Duration.ofMinutes(1), 3));
        assertThat(alarm.missing()).isEqualTo(Missing.UNKNOWN);
        assertThat(alarm.receivers()).isEmpty();
        assertThat(alarm.recovery()).isTrue();
    }

    @Test
    void aRollbackNamesAnAlarmOfTheSection() {
        var file = RollbackSamples.withKeys("when: { alarms: [ errors, serve_error-rate ] }")
                + "alarms: { stores: [{ memory: {} }], custom: [{ name: errors, query: x, above: 1 }],"
                + " presets: [{ lambda: { function: serve } }] }\n";
        // The sample's own names.
        var prefix = Files.system(file).alarms().owner().prefix();

        assertThat(Files.system(file).rollback().when().alarms())
                .extracting(Watched::alarm)
                .containsExactly("errors", prefix + "serve_error-rate");
    }

    @Test
    void anAlarmThatNobodyKnowsIsAFaultAndTheNearestIsNamed() {
        var faults = Files.faults(RollbackSamples.withKeys("when: { alarms: [ erors ] }") + AlarmSamples.NAMED);

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().meant()).contains("\"errors\"");
    }

    @Test
    void ofAWrongSectionItsAlarmsAreNoSecondFault() {
        var faults = Files.faults(RollbackSamples.withKeys("when: { alarms: [ errors ] }")
                + "alarms: { stores: [{ memory: {} }], custom: [{ name: errors, query: x, abvoe: 1 }] }\n");

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().meant()).contains("above");
    }

    @Test
    void aFaultSaysItsPlaceAndWhatWasMeant() {
        var faults = Files.faults(
                AlarmSamples.withKeys("custom:\n  - name: a\n    query: x\n    above: 1\n    tell: oncal"));

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().meant()).isEqualTo("oncal is no receiver; \"oncall\"");
        assertThat(faults.getFirst().line()).isEqualTo(10);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
