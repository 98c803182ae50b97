package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.plan.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retention, metric filters and saved queries. */
class LogsShelvesTest {
    private static final String LOG = "/aws/lambda/serve";

    private final Shelves shelves = new Shelves();

    @BeforeEach
    void groups() {
        shelves.server().logs().group(LOG).group(LOG + "-old");
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    private static Retention kept(int days) {
        return new Retention(LOG, Optional.of(days), false);
    }

    private static MetricFilter filter(String log) {
        return new MetricFilter("refused", log, "\"JWT\"", "shop", "refused", "1", Optional.of(new BigDecimal("0.0")));
    }

    private static Fault.Kind refused(Applied applied) {
        return ((Applied.Refused) applied).fault().kind();
    }

    @Test
    void aLogThatIsKeptForEverIsSetAndADayCountIsRoundedUp() throws Exception {
        assertThat(shelves.differences(kept(30))).containsExactly("kept: for ever → 30d");
        assertThat(shelves.update(kept(30))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.server().logs().kept(LOG)).contains(30);
        assertThat(shelves.server().logs().kept(LOG + "-old")).isEmpty();

        assertThat(shelves.gaps(kept(45))).containsExactly("kept");
        assertThat(shelves.form(kept(45)).fields().text("kept")).contains("60d");
        assertThat(shelves.rendering(kept(4_000)).form()).isEmpty();
    }

    @Test
    void aLogThatSomebodyHasSetMeanwhileIsAConflict() throws Exception {
        var create = new Change.Create<>(shelves.form(kept(30)));
        shelves.server().logs().keep(LOG, 7);

        assertThat(refused(shelves.apply(create))).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(shelves.server().logs().kept(LOG)).contains(7);
    }

    @Test
    void aLogThatIsNotThereCannotBeKeptAndNoneIsEverUnset() throws Exception {
        var nowhere = new Retention("/nowhere", Optional.of(30), false);
        assertThat(shelves.current(nowhere)).isEmpty();
        assertThat(refused(shelves.create(nowhere))).isEqualTo(Fault.Kind.NOT_FOUND);

        shelves.update(kept(30));
        assertThat(refused(
                        shelves.apply(new Change.Delete<>(shelves.held(kept(30)).form()))))
                .isEqualTo(Fault.Kind.REJECTED);
        assertThat(shelves.server().logs().kept(LOG)).contains(30);
    }

    @Test
    void whoseAFilterIsIsATagOfItsLog() throws Exception {
        assertThat(shelves.create(filter(LOG))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.server().logs().tags(LOG)).isEqualTo(Map.of("belay:filter:refused", "shop/prod"));

        shelves.apply(new Change.Delete<>(shelves.held(filter(LOG)).form()));
        assertThat(shelves.server().logs().tags(LOG)).isEmpty();
        assertThat(shelves.server().logs().filters(LOG)).isEmpty();
    }

    @Test
    void aFilterOfItsNameInAnotherLogIsNotLookedAt() throws Exception {
        shelves.server().logs().filter(LOG + "-old", "refused", "theirs");

        assertThat(shelves.current(filter(LOG))).isEmpty();
        assertThat(shelves.create(filter(LOG))).isInstanceOf(Applied.Written.class);
        assertThat(shelves.current(filter(LOG))).hasSize(1);
        assertThat(shelves.server().logs().filters(LOG + "-old")).containsExactly("refused");
    }

    @Test
    void aFilterMovesToAnotherLog() throws Exception {
        shelves.create(filter(LOG + "-old"));

        assertThat(shelves.update(filter(LOG))).isInstanceOf(Applied.Written.class);

        assertThat(shelves.differences(filter(LOG))).isEmpty();
        assertThat(shelves.server().logs().filters(LOG + "-old")).isEmpty();
        assertThat(shelves.server().logs().tags(LOG + "-old")).isEmpty();
    }

    @Test
    void aTakeOverOfAFilterThatWasCutShortGoesOn() throws Exception {
        shelves.server().logs().filter(LOG, "refused", "theirs");
        var update = new Change.Update<>(shelves.held(filter(LOG)).form(), shelves.form(filter(LOG)));
        shelves.server().mishaps().throttle("PutMetricFilter");
        assertThatThrownBy(() -> shelves.apply(update)).isInstanceOf(PortException.class);

        assertThat(shelves.apply(update)).isInstanceOf(Applied.Written.class);
        assertThat(shelves.differences(filter(LOG))).isEmpty();
    }

    @Test
    void aFilterWhoseNameIsNoTagsKeyIsSaid() throws InterruptedException {
        var odd = new MetricFilter("what?", LOG, "", "shop", "refused", "1", Optional.empty());

        assertThat(shelves.rendering(odd).form()).isEmpty();
    }

    @Test
    void moreThanAPageOfFiltersIsLookedThrough() throws Exception {
        for (int at = 0; at < 60; at++) {
            shelves.server().logs().filter(LOG, "a-" + at, "theirs");
        }
        shelves.create(filter(LOG));

        assertThat(shelves.current()).hasSize(1);
    }

    @Test
    void ofTwoQueriesOfOneNameTheMarkedOneIsOurs() throws Exception {
        var wanted = new SavedQuery("failures", List.of(LOG), "fields @message");
        for (int at = 0; at < 4; at++) {
            shelves.server().logs().query("failures", "theirs");
        }
        assertThat(shelves.held(wanted).form().owner()).isEmpty();
        assertThat(shelves.update(wanted)).isInstanceOf(Applied.Written.class);

        assertThat(shelves.differences(wanted)).isEmpty();
        shelves.apply(new Change.Delete<>(shelves.held(wanted).form()));
        assertThat(shelves.server().logs().queries("failures")).containsExactly("theirs", "theirs", "theirs");
    }

    @Test
    void aQueryThatIsTooLongIsSaid() throws InterruptedException {
        assertThat(shelves.rendering(new SavedQuery("long", List.of(), "f".repeat(9_990)))
                        .form())
                .isEmpty();
    }
}
