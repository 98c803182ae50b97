package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Receiver;
import io.belay.core.plan.Change;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.budgets.endpoints.BudgetsEndpointProvider;

class BudgetShelfTest {
    private static final Receiver MAIL = new Receiver("mail", List.of(new Channel.Email(Text.of("money@example.com"))));
    private static final Receiver ONCALL = new Receiver(
            "oncall",
            List.of(
                    new Channel.Email(Text.of("oncall@example.com")),
                    new Channel.Sms(Text.of("+4915112345678")),
                    new Channel.Function("arn:aws:lambda:eu-west-1:123456789012:function:rollback")));

    private final Shelves shelves = new Shelves();

    @AfterEach
    void close() {
        shelves.close();
    }

    private static Budget budget(String limit, List<Receiver> receivers, String... marks) {
        return new Budget(
                "month",
                new BigDecimal(limit),
                "USD",
                Stream.of(marks).map(BigDecimal::new).toList(),
                receivers);
    }

    @Test
    void itTellsAddressesAndOneTopicWhichSendsItsOwnLetters() throws Exception {
        var wanted = budget("1000", List.of(MAIL, ONCALL), "100", "300", "500");
        assertThat(shelves.gaps(wanted)).containsExactly("receivers");
        assertThat(shelves.create(wanted)).isInstanceOf(Applied.Written.class);

        var all = List.of("arn:aws:sns:eu-west-1:123456789012:oncall", "money@example.com");
        assertThat(shelves.server().budgets().told("month"))
                .isEqualTo(Map.of("100.0", all, "300.0", all, "500.0", all));
        assertThat(shelves.server().budgets().tags("month")).isEqualTo(Map.of("belay:owner", "shop/prod"));
        assertThat(shelves.held(wanted).obstacles())
                .extracting(Obstacle::reason)
                .containsExactly(Obstacle.Reason.NO_TOPIC);
    }

    @Test
    void onlyWhatChangesIsWritten() throws Exception {
        shelves.create(budget("1000", List.of(MAIL), "100", "300"));
        shelves.server().forgetCalls();

        assertThat(shelves.update(budget("1000", List.of(MAIL), "100", "500"))).isInstanceOf(Applied.Written.class);

        assertThat(shelves.server().writes())
                .containsExactly("budgets:DeleteNotification", "budgets:CreateNotification");
        assertThat(shelves.server().budgets().told("month")).containsOnlyKeys("100.0", "500.0");
    }

    @Test
    void whatWasCutShortGoesOn() throws Exception {
        shelves.server().budgets().budget("month", "9");
        var wanted = budget("1000", List.of(MAIL), "100", "300");
        var update = new Change.Update<>(shelves.held(wanted).form(), shelves.form(wanted));
        for (var call : List.of("TagResource", "UpdateBudget", "CreateNotification")) {
            shelves.server().mishaps().throttle(call);
            assertThatThrownBy(() -> shelves.apply(update)).as(call).isInstanceOf(PortException.class);
        }

        assertThat(shelves.apply(update)).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(wanted)).isEmpty();
    }

    @Test
    void whatABudgetCannotTellIsSaid() throws InterruptedException {
        assertThat(shelves.gaps(budget("1000", List.of(), "100"))).containsExactly("told at");
        assertThat(shelves.rendering(
                                budget("9", List.of(MAIL), "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))
                        .form())
                .isEmpty();
        var topics = List.of(
                new Receiver("a", List.of(new Channel.Topic("arn:aws:sns:eu-west-1:123456789012:a"))),
                new Receiver("b", List.of(new Channel.Topic("arn:aws:sns:eu-west-1:123456789012:b"))));
        assertThat(shelves.gaps(budget("9", topics, "1"))).containsExactly("receivers");
    }

    @Test
    void whoWantsNoBudgetNeedsNoPermissionToLook() throws Exception {
        shelves.server().mishaps().refuse("DescribeBudgets", 400, "AccessDeniedException", "not you");
        assertThat(shelves.current(MAIL)).isEmpty();

        shelves.server().mishaps().refuse("DescribeBudgets", 400, "AccessDeniedException", "not you");
        assertThatThrownBy(() -> shelves.current(budget("9", List.of()))).isInstanceOf(PortException.class);
    }

    @Test
    void budgetsHaveOneAddressForAllRegions() throws InterruptedException {
        var endpoint = BudgetsEndpointProvider.defaultProvider()
                .resolveEndpoint(request -> request.region(Region.EU_WEST_1))
                .join();

        assertThat(endpoint.url()).hasToString("https://budgets.amazonaws.com");
    }
}
