package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DashboardShelfTest {
    private static final Measure ERRORS = Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM);
    private static final Measure RATE = Measure.Of.only(Signal.FUNCTION_ERROR_RATE, "serve", Statistic.SUM);
    private static final Measure UP = Measure.Of.only(Signal.JOB_UP, "serve", Statistic.MINIMUM);

    private final Shelves shelves = new Shelves();

    @AfterEach
    void close() {
        shelves.close();
    }

    private static Dashboard page(Measure... measures) {
        return new Dashboard("shop", List.of(new Dashboard.Widget("calls", List.of(measures))));
    }

    @Test
    void theBodyIsWhatCloudWatchReads() throws Exception {
        shelves.create(page(ERRORS, RATE));

        assertThat(shelves.server().cloudWatch().dashboard("shop"))
                .contains("[\"AWS/Lambda\",\"Errors\",\"FunctionName\",\"serve\",{\"stat\":\"Sum\"}]")
                .contains("{\"id\":\"errors\",\"stat\":\"Sum\",\"visible\":false}")
                .contains("[{\"expression\":\"100 * errors / invocations\"}]")
                .contains("[belay shop/prod]");
    }

    @Test
    void spacesAreNoDifferenceAndAnotherLayoutIs() throws Exception {
        shelves.create(page(ERRORS));
        var body = shelves.server().cloudWatch().dashboard("shop");

        shelves.server()
                .cloudWatch()
                .dashboard("shop", body.replace(",\"", " ,\n  \"").replace("\":", "\" : "));
        assertThat(shelves.differences(page(ERRORS))).isEmpty();

        shelves.server().cloudWatch().dashboard("shop", body.replace("\"height\":6", "\"height\":9"));
        assertThat(shelves.differences(page(ERRORS))).singleElement().asString().startsWith("layout: another");
    }

    @Test
    void whatIsNoJsonIsNobodysAndCanBeTakenOver() throws Exception {
        shelves.server().cloudWatch().dashboard("shop", "{ not yet");

        assertThat(shelves.held(page(ERRORS)).form().owner()).isEmpty();
        assertThat(shelves.update(page(ERRORS))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(page(ERRORS))).isEmpty();
    }

    @Test
    void whatCannotBeShownIsSaid() throws InterruptedException {
        assertThat(shelves.gaps(page(ERRORS, UP))).containsExactly("widget calls");
        assertThat(shelves.rendering(page(UP)).form()).isEmpty();
        assertThat(shelves.gaps(page(RATE, RATE))).containsExactly("widget calls");
        assertThat(shelves.rendering(new Dashboard("the shop", page(ERRORS).widgets()))
                        .form())
                .isEmpty();
    }
}
