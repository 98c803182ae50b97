package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Statistic;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudMonitorStoreTest extends OnCloudMonitor {
    @BeforeEach
    void stands() {
        Site.metrics(cloud);
    }

    private List<String> writes() {
        return cloud.actions().stream()
                .filter(each -> !each.startsWith("Describe"))
                .toList();
    }

    @Test
    void aRuleHasAnIdThatCarriesItsOwner() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());

        assertThat(cloud.cloudMonitor().rules().keySet())
                .singleElement()
                .asString()
                .startsWith("belay_shop_prod_")
                .isEqualTo(RuleName.id(OWNER, "errors of serve"));
        assertThat(RuleName.owner(RuleName.id(OWNER, "errors of serve"))).contains(OWNER);
        assertThat(RuleName.owner("belay_shop_prod_x")).isEmpty();
    }

    @Test
    void anotherOwnersRuleOfTheSameNameIsNotTouched() throws InterruptedException {
        create(Site.MAIL);
        var alarm = Site.alarm(
                "throttles", Site.metric("FunctionConcurrencyThrottles", Statistic.SUM), "0", List.of(Site.MAIL));
        var other = new Owner("shop", "test");
        var theirs =
                store.canonical(other, List.of(alarm), soon()).getFirst().form().orElseThrow();
        store.apply(other, List.of(new Change.Create<>(theirs)), soon());

        assertThat(create(alarm)).isInstanceOf(Applied.Refused.class);
        assertThat(store.current(OWNER, List.of(), soon()).stream()
                        .map(each -> each.form().id().toString()))
                .containsExactly("receiver mail");
    }

    @Test
    void whatWasTakenOverKeepsItsIdAndIsFoundByIt() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        var ours = cloud.cloudMonitor().rules().get(RuleName.id(OWNER, "errors of serve"));
        var moved = new TreeMap<>(Objects.requireNonNull(ours));
        moved.put("RuleId", "console-1");
        moved.remove("Labels.1.Key");
        cloud.cloudMonitor().rule(moved);
        store.apply(OWNER, List.of(new Change.Delete<>(form(Site.errors()))), soon());
        var theirs = held(Site.errors()).form();
        assertThat(theirs.owner()).isEmpty();

        store.apply(OWNER, List.of(new Change.Update<>(theirs, form(Site.errors()))), soon());

        assertThat(cloud.cloudMonitor().rules().keySet()).containsExactly("console-1");
        assertThat(held(Site.errors()).form().same(form(Site.errors()))).isTrue();
        store.apply(OWNER, List.of(new Change.Delete<>(form(Site.errors()))), soon());
        assertThat(cloud.cloudMonitor().rules()).isEmpty();
    }

    @Test
    void twentyRulesAreDeletedByOneCall() throws InterruptedException {
        create(Site.MAIL);
        var changes = new ArrayList<Change<Canonical>>();
        for (var each : IntStream.range(0, 20).mapToObj(Integer::toString).toList()) {
            var alarm = Site.alarm(each, Site.metric("FunctionFunctionErrors", Statistic.SUM), "1", List.of(Site.MAIL));
            create(alarm);
            changes.add(new Change.Delete<>(form(alarm)));
        }
        cloud.forget();

        assertThat(store.apply(OWNER, changes, soon())).hasOnlyElementsOfType(Applied.Written.class);
        assertThat(writes()).containsExactly("DeleteMetricRules");
        assertThat(cloud.cloudMonitor().rules()).isEmpty();
    }

    @Test
    void targetsThatSomebodyTookAwayAreADifferenceAndComeBack() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        cloud.cloudMonitor().untarget(RuleName.id(OWNER, "errors of serve"));

        var now = held(Site.errors()).form();
        assertThat(now.all().to(form(Site.errors()).all()))
                .singleElement()
                .satisfies(each -> assertThat(each.field()).isEqualTo("receivers"));
        store.apply(OWNER, List.of(new Change.Update<>(now, form(Site.errors()))), soon());
        assertThat(held(Site.errors()).form().same(form(Site.errors()))).isTrue();
    }

    @Test
    void aRuleWhoseTargetsWereLostOnTheWayIsGoneOnWith() throws InterruptedException {
        create(Site.ONCALL);
        cloud.mishaps().loseRequest("PutMetricRuleTargets");
        assertThatThrownBy(() -> create(Site.errors())).isInstanceOf(PortException.class);

        assertThat(create(Site.errors())).isInstanceOf(Applied.Written.class);
        assertThat(create(Site.errors())).isInstanceOf(Applied.SoAlready.class);
    }

    @Test
    void anAnswerThatWasLostIsNoSecondWrite() throws InterruptedException {
        create(Site.MAIL);
        var alarm = Site.alarm("one", Site.metric("FunctionFunctionErrors", Statistic.SUM), "1", List.of(Site.MAIL));
        cloud.mishaps().loseAnswer("PutResourceMetricRule");
        assertThatThrownBy(() -> create(alarm)).isInstanceOf(PortException.class);
        cloud.forget();

        assertThat(create(alarm)).isInstanceOf(Applied.SoAlready.class);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aNoInTheBodyOfASuccessIsARefusal() throws InterruptedException {
        create(Site.ONCALL);
        cloud.mishaps()
                .answer(
                        "PutResourceMetricRule",
                        200,
                        "{\"Success\":false,\"Code\":\"400\",\"Message\":\"no more rules\"}");

        assertThat(create(Site.errors()))
                .isEqualTo(new Applied.Refused(
                        new Fault(Fault.Kind.REJECTED, "CMS PutResourceMetricRule: 400: no more rules (HTTP 200)")));
    }

    @Test
    void aThrottleIsToldToWhoeverCalls() throws InterruptedException {
        create(Site.ONCALL);
        cloud.mishaps()
                .answer(
                        "PutResourceMetricRule",
                        200,
                        "{\"Success\":false,\"Code\":\"Throttling.User\",\"Message\":\"Request was denied due to user flow control.\"}");

        assertThatThrownBy(() -> create(Site.errors()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        fault -> assertThat(fault.fault().kind()).isEqualTo(Fault.Kind.THROTTLED));
    }

    @Test
    void aGroupThatIsNotThereIsRefusedByTheCloudAndIsAnObstacle() throws InterruptedException {
        assertThat(create(Site.errors())).isInstanceOf(Applied.Refused.class);
        create(Site.ONCALL);
        create(Site.errors());
        store.apply(OWNER, List.of(new Change.Delete<>(form(Site.ONCALL))), soon());

        assertThat(held(Site.errors()).obstacles())
                .extracting(Obstacle::reason)
                .containsExactly(Obstacle.Reason.NO_CONTACT);
    }

    @Test
    void aTopicThatIsNotThereIsAnObstacle() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        assertThat(held(Site.errors()).obstacles()).isEmpty();
        cloud.topics().delete("alarms");

        assertThat(held(Site.errors()).obstacles())
                .containsExactly(
                        new Obstacle(Obstacle.Reason.NO_TOPIC, Site.TOPIC, "MNS has no topic or queue of this name"));
    }

    @Test
    void aRuleThatIsSwitchedOffIsADifferenceAnObstacleAndSwitchedOnAgain() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        cloud.cloudMonitor().disable(RuleName.id(OWNER, "errors of serve"));

        var now = held(Site.errors());
        assertThat(now.obstacles()).extracting(Obstacle::reason).containsExactly(Obstacle.Reason.SWITCHED_OFF);
        store.apply(OWNER, List.of(new Change.Update<>(now.form(), form(Site.errors()))), soon());
        assertThat(held(Site.errors()).form().same(form(Site.errors()))).isTrue();
    }

    @Test
    void hoursAndLabelsOfAPersonAreDifferences() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        var id = RuleName.id(OWNER, "errors of serve");
        cloud.cloudMonitor().change(id, "EffectiveInterval", "09:00-18:00");
        cloud.cloudMonitor().change(id, "Labels.2.Key", "team");
        cloud.cloudMonitor().change(id, "Labels.2.Value", "a");

        assertThat(held(Site.errors()).form().all().to(form(Site.errors()).all()))
                .extracting(each -> each.field())
                .containsExactly("at hours", "labels");
    }

    @Test
    void aRuleThatSomebodyRenamedGetsItsNameBackByItsId() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());
        cloud.cloudMonitor().change(RuleName.id(OWNER, "errors of serve"), "RuleName", "renamed");
        var renamed =
                store.current(OWNER, List.of(Site.errors()), soon()).getLast().form();
        assertThat(renamed.id().name()).isEqualTo("renamed");
        assertThat(renamed.owner()).contains(OWNER);

        assertThat(create(Site.errors())).isInstanceOf(Applied.Written.class);
        assertThat(store.apply(OWNER, List.of(new Change.Delete<>(renamed)), soon()))
                .containsExactly(new Applied.SoAlready());
        assertThat(cloud.cloudMonitor().rules()).hasSize(1);
    }

    @Test
    void aRuleIsToldWhole() throws InterruptedException {
        create(Site.ONCALL);
        create(Site.errors());

        var rule = Objects.requireNonNull(cloud.cloudMonitor().rules().get(RuleName.id(OWNER, "errors of serve")));
        assertThat(rule)
                .containsAllEntriesOf(Map.of(
                        "RuleName", "errors of serve",
                        "Namespace", "acs_fc",
                        "MetricName", "FunctionFunctionErrors",
                        "Resources", "[{\"functionName\":\"serve\",\"region\":\"cn-hangzhou\"}]",
                        "ContactGroups", "on call",
                        "Webhook", "https://hooks.example.com/secret?a=1&b=2",
                        "Period", "300",
                        "SilenceTime", "3600",
                        "NoDataPolicy", "OK",
                        "EffectiveInterval", "00:00-23:59"))
                .containsAllEntriesOf(Map.of(
                        "Escalations.Critical.Statistics", "Sum",
                        "Escalations.Critical.ComparisonOperator", "GreaterThanThreshold",
                        "Escalations.Critical.Threshold", "5",
                        "Escalations.Critical.Times", "3"));
        assertThat(((AlarmSpec) held(Site.errors()).form().resource()).receivers())
                .hasSize(4);
    }
}
