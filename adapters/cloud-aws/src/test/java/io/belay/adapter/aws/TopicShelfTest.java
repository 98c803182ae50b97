package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.PortException;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.plan.Change;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicShelfTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:oncall";
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:rollback";
    private static final Channel ADA = new Channel.Email(Text.of("ada@example.com"));
    private static final Channel BEN = new Channel.Email(Text.of("ben@example.com"));
    private static final Channel HOOK = new Channel.Webhook(Text.of("https://hooks.example.com/secret"));
    private static final Channel CALLED = new Channel.Function(FUNCTION + ":live");

    private final Shelves shelves = new Shelves();

    @AfterEach
    void close() {
        shelves.close();
    }

    private static Receiver oncall(Channel... channels) throws InterruptedException {
        return new Receiver("oncall", List.of(channels));
    }

    private void function() throws InterruptedException {
        shelves.server()
                .lambda()
                .point("rollback", "live", shelves.server().lambda().publish("rollback"));
    }

    private static List<Obstacle.Reason> reasons(Held held) throws InterruptedException {
        return held.obstacles().stream().map(Obstacle::reason).toList();
    }

    @Test
    void whoHasNotConfirmedIsAnObstacleUntilHeHas() throws Exception {
        shelves.create(oncall(ADA, HOOK));

        var waiting = shelves.held(oncall(ADA, HOOK));
        assertThat(reasons(waiting)).containsExactly(Obstacle.Reason.UNCONFIRMED, Obstacle.Reason.UNCONFIRMED);
        assertThat(waiting.toString()).contains("ada@example.com").doesNotContain("/secret");
        assertThat(shelves.differences(oncall(ADA, HOOK))).isEmpty();

        shelves.server().sns().subscribe(TOPIC, "email", "ada@example.com");
        shelves.server().sns().subscribe(TOPIC, "https", "https://hooks.example.com/secret");
        assertThat(shelves.held(oncall(ADA, HOOK)).obstacles()).isEmpty();
    }

    @Test
    void whoNeverConfirmedAndIsNotWantedAnyMoreCountsForNothing() throws Exception {
        shelves.create(oncall(ADA, BEN));
        shelves.server().sns().subscribe(TOPIC, "email", "ada@example.com");

        assertThat(shelves.differences(oncall(ADA))).isEmpty();
        assertThat(shelves.held(oncall(ADA)).obstacles()).isEmpty();
    }

    @Test
    void whoIsNotWantedAnyMoreIsUnsubscribed() throws Exception {
        shelves.create(oncall(ADA, BEN));
        shelves.server().sns().subscribe(TOPIC, "email", "ada@example.com");
        shelves.server().sns().subscribe(TOPIC, "email", "ben@example.com");

        assertThat(shelves.update(oncall(BEN))).isInstanceOf(Applied.Written.class);

        assertThat(shelves.server().sns().subscription(TOPIC, "ada@example.com"))
                .isEmpty();
        assertThat(shelves.server().sns().subscription(TOPIC, "ben@example.com"))
                .isPresent();
    }

    @Test
    void aTopicIsTaggedAndLetsAlarmsAndBudgetsOfTheAccountPublish() throws Exception {
        shelves.create(oncall(ADA));

        assertThat(shelves.server().sns().tags(TOPIC)).isEqualTo(Map.of("belay:owner", "shop/prod"));
        assertThat(shelves.server().sns().attribute(TOPIC, "Policy"))
                .contains("\"Id\":\"belay_shop_prod\"")
                .contains("cloudwatch.amazonaws.com", "budgets.amazonaws.com", "arn:aws:budgets::123456789012:*");

        var policy = shelves.server().sns().attribute(TOPIC, "Policy");
        shelves.server().sns().attribute(TOPIC, "Policy", policy.replace("budgets.amazonaws.com", "s3.amazonaws.com"));
        assertThat(shelves.differences(oncall(ADA))).singleElement().asString().startsWith("may publish: others");
        assertThat(shelves.update(oncall(ADA))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(oncall(ADA))).isEmpty();
    }

    @Test
    void aFunctionMayBeCalledByTheAccountsAlarmsAlone() throws Exception {
        function();
        assertThat(shelves.create(oncall(CALLED))).isInstanceOf(Applied.Written.class);

        assertThat(shelves.server().lambda().statements("rollback", "")).isEmpty();
        assertThat(shelves.server().lambda().statements("rollback", "live"))
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("Principal", Map.of("Service", "lambda.alarms.cloudwatch.amazonaws.com"))
                        .containsEntry("Action", "lambda:InvokeFunction")
                        .containsEntry(
                                "Condition",
                                Map.of(
                                        "StringEquals",
                                        Map.of("AWS:SourceAccount", "123456789012"),
                                        "ArnLike",
                                        Map.of("AWS:SourceArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"))));
    }

    @Test
    void permissionThatWasTakenAwayIsGivenAgain() throws Exception {
        function();
        shelves.create(oncall(CALLED));
        shelves.server().lambda().forbid("rollback", "live");

        assertThat(reasons(shelves.held(oncall(CALLED)))).containsExactly(Obstacle.Reason.NO_PERMISSION);
        assertThat(shelves.update(oncall(CALLED))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.held(oncall(CALLED)).obstacles()).isEmpty();
    }

    @Test
    void permissionGoesWithTheReceiver() throws Exception {
        function();
        shelves.create(oncall(ADA, CALLED));

        assertThat(shelves.update(oncall(ADA))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.server().lambda().statements("rollback", "live")).isEmpty();

        shelves.update(oncall(ADA, CALLED));
        shelves.apply(new Change.Delete<>(shelves.held(oncall(ADA, CALLED)).form()));
        assertThat(shelves.server().lambda().statements("rollback", "live")).isEmpty();
        assertThat(shelves.server().sns().has(TOPIC)).isFalse();
    }

    @Test
    void aFunctionThatIsNotThereIsAnObstacleAndRefused() throws Exception {
        assertThat(shelves.create(oncall(ADA, CALLED))).isInstanceOf(Applied.Refused.class);

        assertThat(reasons(shelves.held(oncall(ADA, CALLED))))
                .containsExactly(Obstacle.Reason.UNCONFIRMED, Obstacle.Reason.NO_FUNCTION);
    }

    @Test
    void whatWasCutShortGoesOn() throws Exception {
        function();
        var wanted = oncall(ADA, BEN, CALLED);
        var create = new Change.Create<>(shelves.form(wanted));
        for (var call : List.of("Subscribe", "AddPermission")) {
            shelves.server().mishaps().throttle(call);
            assertThatThrownBy(() -> shelves.apply(create)).isInstanceOf(PortException.class);
        }

        assertThat(shelves.apply(create)).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(wanted)).isEmpty();

        var delete = new Change.Delete<>(shelves.held(wanted).form());
        shelves.server().mishaps().throttle("DeleteTopic");
        assertThatThrownBy(() -> shelves.apply(delete)).isInstanceOf(PortException.class);
        assertThat(shelves.apply(delete)).isInstanceOf(Applied.Written.class);
        assertThat(shelves.server().sns().has(TOPIC)).isFalse();
    }

    @Test
    void aTakeOverThatWasCutShortGoesOn() throws Exception {
        shelves.server().sns().topic("oncall");
        shelves.server().sns().subscribe(TOPIC, "sms", "+4915112345678");
        var update = new Change.Update<>(shelves.held(oncall(ADA)).form(), shelves.form(oncall(ADA)));
        for (var call : List.of("TagResource", "Unsubscribe", "Subscribe")) {
            shelves.server().mishaps().throttle(call);
            assertThatThrownBy(() -> shelves.apply(update)).as(call).isInstanceOf(PortException.class);
        }

        assertThat(shelves.apply(update)).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(oncall(ADA))).isEmpty();
    }

    @Test
    void whatSnsCannotTellIsSaid() throws InterruptedException {
        var robot = new Channel.DingTalk(Text.of("https://oapi.dingtalk.com/robot/send?access_token=x"));
        var farOff = new Channel.Function("arn:aws:lambda:us-east-1:999999999999:function:f");
        var withPassword = new Channel.Webhook(Text.of("https://me:secret@example.com/"));

        assertThat(shelves.gaps(oncall(robot, ADA, farOff, withPassword, new Channel.Sms(Text.of("0151")))))
                .containsExactly("dingtalk", "function", "webhook", "sms");
        assertThat(shelves.rendering(oncall(robot)).form()).isEmpty();
        assertThat(shelves.rendering(new Receiver("on call", List.of(ADA))).form())
                .isEmpty();
    }

    private static AlarmSpec alarm(Receiver... receivers) {
        return new AlarmSpec(
                "errors",
                "",
                Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                Limit.Threshold.above("5"),
                Window.of(Duration.ofMinutes(1), 1),
                Missing.GREEN,
                Severity.CRITICAL,
                List.of(receivers),
                true,
                Optional.empty());
    }

    @Test
    void anAlarmThatPointsAtNothingIsSeen() throws Exception {
        shelves.create(alarm(oncall(ADA, CALLED)));
        assertThat(reasons(shelves.held(alarm())))
                .containsExactly(Obstacle.Reason.NO_FUNCTION, Obstacle.Reason.NO_TOPIC);

        function();
        shelves.server().sns().topic("oncall");
        assertThat(reasons(shelves.held(alarm()))).containsExactly(Obstacle.Reason.NO_PERMISSION);

        shelves.server()
                .lambda()
                .permit(
                        "rollback",
                        "live",
                        "theirs",
                        Map.of(
                                "Sid", "theirs",
                                "Effect", "Allow",
                                "Principal", Map.of("Service", "lambda.alarms.cloudwatch.amazonaws.com"),
                                "Action", "lambda:InvokeFunction",
                                "Condition",
                                        Map.of(
                                                "ArnLike",
                                                Map.of("AWS:SourceArn", "arn:aws:cloudwatch:*:*:alarm:errors"))));
        assertThat(shelves.held(alarm()).obstacles()).isEmpty();
    }

    @Test
    void aStatementForAnotherAlarmLetsNoneCall() throws Exception {
        function();
        shelves.create(alarm(oncall(CALLED)));
        for (var condition : List.of(
                Map.of("ArnLike", Map.of("AWS:SourceArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:other")),
                Map.of("StringEquals", Map.of("AWS:SourceAccount", "999999999999")),
                Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "o-1")))) {
            shelves.server()
                    .lambda()
                    .permit(
                            "rollback",
                            "live",
                            "theirs",
                            Map.of(
                                    "Sid", "theirs",
                                    "Effect", "Allow",
                                    "Principal", Map.of("Service", "lambda.alarms.cloudwatch.amazonaws.com"),
                                    "Action", "lambda:InvokeFunction",
                                    "Condition", condition));
            assertThat(reasons(shelves.held(alarm())))
                    .as("%s", condition)
                    .containsExactly(Obstacle.Reason.NO_PERMISSION);
        }
    }

    @Test
    void moreThanAPageOfTopicsIsLookedThrough() throws Exception {
        shelves.create(oncall(ADA));
        for (int at = 0; at < 120; at++) {
            shelves.server().sns().topic("a-" + at);
        }

        assertThat(shelves.current())
                .extracting(each -> each.form().id().name())
                .containsExactly("oncall");
    }
}
