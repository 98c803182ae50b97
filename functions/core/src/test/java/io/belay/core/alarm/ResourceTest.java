package io.belay.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belay.core.Severity;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ResourceTest {
    private static AlarmSpec alarm(String bound, List<Receiver> receivers) {
        return new AlarmSpec(
                "shop_prod_errors",
                "calls fail",
                Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                Limit.Threshold.above(bound),
                new Window(Duration.ofMinutes(1), 5, 3),
                Missing.GREEN,
                Severity.CRITICAL,
                receivers,
                true,
                Optional.empty());
    }

    private static Receiver receiver(String name) {
        return new Receiver(name, List.of());
    }

    private static Composite composite(String name, String... alarms) {
        return new Composite(
                name,
                "",
                new Rule.Any(List.of(alarms).stream().<Rule>map(Rule.Red::new).toList()),
                Severity.CRITICAL,
                List.of(),
                false,
                Optional.empty());
    }

    @Test
    void anAlarmReadsAsTheSystemFileWritesIt() {
        assertThat(alarm("5", List.of(receiver("oncall"))).fields().values())
                .containsExactly(
                        Map.entry("measure", "sum of function-errors {function=serve}"),
                        Map.entry("threshold", "> 5"),
                        Map.entry("period", "60s"),
                        Map.entry("evaluations", "3 of 5"),
                        Map.entry("missing data", "green"),
                        Map.entry("severity", "critical"),
                        Map.entry("receivers", "oncall"),
                        Map.entry("recovery", "told"),
                        Map.entry("description", "calls fail"));
    }

    @Test
    void whatIsWrittenOtherwiseAndMeansTheSameIsTheSame() {
        assertThat(alarm("5.0", List.of(receiver("b"), receiver("a"), receiver("b")))
                        .fields())
                .isEqualTo(alarm("5", List.of(receiver("a"), receiver("b"))).fields());
        assertThat(alarm("0.00", List.of()).limit().shown()).isEqualTo("> 0");
        assertThat(alarm("300", List.of()).limit().shown()).isEqualTo("> 300");
    }

    @Test
    void anAddressThatIsASecretIsComparedAndNotShown() {
        var secret =
                new Text(List.of(new Text.Part.Secret("${env:DING}", "https://oapi.dingtalk.com/robot/send?t=abc")));
        var wanted = new Receiver("oncall", List.of(new Channel.DingTalk(secret)));
        var held = new Receiver(
                "oncall", List.of(new Channel.DingTalk(Text.of("https://oapi.dingtalk.com/robot/send?t=abc"))));
        var another = new Receiver(
                "oncall", List.of(new Channel.DingTalk(Text.of("https://oapi.dingtalk.com/robot/send?t=abd"))));

        assertThat(wanted.fields()).isEqualTo(held.fields()).isNotEqualTo(another.fields());
        assertThat(wanted.fields().toString()).contains("oapi.dingtalk.com").doesNotContain("abc");
    }

    @Test
    void aSignalIsOfWhatItAsksFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Measure.Of(Signal.SERVICE_CPU, new TreeMap<>(Map.of("service", "api")), Statistic.AVERAGE))
                .withMessage("service-cpu is of [cluster, service], found [service]");
    }

    @Test
    void aMarkIsReadBackAndAPrefixIsOneOwnersAlone() {
        var owner = Owner.named("Shop & Co", "prod");
        assertThat(owner.mark()).isEqualTo("shop-co/prod");
        assertThat(Owner.read(owner.mark())).contains(owner);
        assertThat(Owner.read("somebody's")).isEmpty();
        assertThat(new Owner("a-b", "c").prefix()).isNotEqualTo(new Owner("a", "b-c").prefix());
    }

    @Test
    void compositesComeAfterWhatTheyNeed() {
        assertThat(Composites.inOrder(
                        List.of(composite("a", "b", "errors"), composite("b", "c"), composite("c", "errors"))))
                .containsExactly("c", "b", "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composites.inOrder(List.of(composite("a", "b"), composite("b", "a"))))
                .withMessageContaining("in a circle: [a, b]");
    }

    @Test
    void theOwnerIsAFieldLikeAnyOther() {
        var ours = Canonical.of(alarm("5", List.of()), Optional.of(new Owner("shop", "prod")));
        var nobodys = Canonical.of(alarm("5", List.of()), Optional.empty());
        assertThat(ours.same(nobodys)).isFalse();
        assertThat(nobodys.all().to(ours.all())).singleElement().hasToString("owner: nobody → shop/prod");
    }
}
