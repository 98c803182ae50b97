package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a caller asks, and what may be said to which function. */
final class CauseReaderTest {
    private static final String ARN = "arn:aws:iam::444455556666:user/ada";
    private static final String FAILED =
            "{\"failed\":{\"fails\":2,\"report\":\"report-1\",\"at\":\"2026-11-21T08:00:00Z\"}}";

    private static final Caller SIGNED = new Caller.Signed(ARN);

    private static Asked read(String function, Optional<Caller> caller, String json) {
        return AskedReader.of(function, caller).read(json.getBytes(UTF_8));
    }

    private static Optional<Cause> cause(String function, String json) {
        return read(function, Optional.empty(), json).cause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "rollback-plan"})
    void aPersonAsksWithThePlanThatWasLookedAt(String function) {
        assertThat(cause(function, "{\"by\":\"Ada\",\"plan\":\"p-0123456789abcdef\"}"))
                .contains(new Cause.Person("Ada", Optional.of("p-0123456789abcdef")));
        assertThat(cause(function, "{\"by\":\"Ada\"}")).contains(new Cause.Person("Ada", Optional.empty()));
    }

    @Test
    void healthThatFailedIsACause() {
        assertThat(cause("rollback", FAILED))
                .contains(
                        new Cause.VerifyFailed(2, new Correlation("report-1"), Instant.parse("2026-11-21T08:00:00Z")));
    }

    @Test
    void nothingSaidIsASweep() {
        assertThat(read("rollback", Optional.of(SIGNED), "")).isEqualTo(Asked.ALL);
        assertThat(read("rollback", Optional.empty(), "{}")).isEqualTo(Asked.ALL);
    }

    @Test
    void whoThePlatformKnowsGoesBeforeWhoIsSaid() {
        assertThat(read("rollback", Optional.of(SIGNED), "{\"by\":\"Eve\"}").cause())
                .contains(new Cause.Person(ARN, Optional.empty()));
        assertThat(read("rollback", Optional.of(SIGNED), "{\"plan\":\"p-0123456789abcdef\"}")
                        .cause())
                .contains(new Cause.Person(ARN, Optional.of("p-0123456789abcdef")));
    }

    @Test
    void byATokenThePlanIsSaidToRollbackAndToItAlone() {
        var bearer = Optional.<Caller>of(new Caller.Bearer("ada"));

        assertThatThrownBy(() -> read("rollback", bearer, "{\"by\":\"Eve\"}"))
                .isInstanceOfSatisfying(
                        BadRequest.class, refused -> assertThat(refused.place()).isEqualTo("$.plan"));
        assertThat(read("rollback", bearer, "{\"plan\":\"p-0123456789abcdef\"}").cause())
                .contains(new Cause.Person("ada", Optional.of("p-0123456789abcdef")));
        assertThat(read("rollback", bearer, "{}")).isEqualTo(Asked.ALL);
        assertThat(read("rollback", bearer, FAILED).cause()).containsInstanceOf(Cause.VerifyFailed.class);
        assertThat(read("rollback-plan", bearer, "{\"by\":\"Eve\"}").cause())
                .contains(new Cause.Person("ada", Optional.empty()));
        assertThat(read("stop", bearer, "{}").cause()).contains(new Cause.Person("ada", Optional.empty()));
    }

    @Test
    void revisionsAreClearedOnAPersonsWord() {
        var asked = read("clear", Optional.empty(), "{\"by\":\"Ada\",\"revisions\":[\"42\",\"43\"]}");

        assertThat(asked.only()).isEqualTo(Set.of("42", "43"));
        assertThat(asked.cause()).contains(new Cause.Person("Ada", Optional.empty()));
        assertThat(read("clear", Optional.of(SIGNED), "{\"revisions\":[\"42\"]}")
                        .cause())
                .contains(new Cause.Person(ARN, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "resume"})
    void aPersonAloneStopsAndLetsGo(String function) {
        var asked = read(function, Optional.empty(), "{\"by\":\"Ada\",\"only\":[\"serve\"]}");

        assertThat(asked.only()).isEqualTo(Set.of("serve"));
        assertThat(asked.cause()).contains(new Cause.Person("Ada", Optional.empty()));
        assertThat(read(function, Optional.of(SIGNED), "").cause()).contains(new Cause.Person(ARN, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    rollback      | {"only":["orders"]}               | $.only            | there are within, by, plan, failed and system
                    rollback      | {"revisions":["41"]}              | $.revisions       | no such field
                    rollback      | {"target":"orders"}               | $.target          | no such field
                    rollback      | {"function":"clear"}              | $.function        | no such field
                    rollback      | {"by":""}                         | $.by              | a name of 1 to 200 characters
                    rollback      | {"by":"  "}                       | $.by              | a name of 1 to 200 characters
                    rollback      | {"by":"a\\nb"}                    | $.by              | a name of 1 to 200 characters
                    rollback      | {"by":5}                          | $.by              | found a number
                    rollback      | {"plan":"p-0123456789abcdef"}     | $.by              | missing
                    rollback      | {"by":"Ada","plan":"latest"}      | $.plan            | a plan's id
                    rollback      | {"by":"Ada","failed":{}}          | $.failed          | one of them
                    rollback      | {"failed":{}}                     | $.failed          | all of them and no more
                    rollback      | {"failed":2}                      | $.failed          | all of them and no more
                    rollback      | {"failed":{"fails":0,"report":"report-1","at":"2026-11-21T08:00:00Z"}}   | $.failed.fails  | above zero
                    rollback      | {"failed":{"fails":"2","report":"report-1","at":"2026-11-21T08:00:00Z"}} | $.failed.fails  | above zero
                    rollback      | {"failed":{"fails":2,"report":"x","at":"2026-11-21T08:00:00Z"}}          | $.failed.report | correlation
                    rollback      | {"failed":{"fails":2,"report":"report-1","at":"today"}}                  | $.failed.at     | a time
                    rollback      | {"failed":{"fails":2,"report":"report-1","at":"+999999999-01-01T00:00:00Z"}} | $.failed.at | a time
                    rollback      | {"failed":{"fails":2,"report":"report-1","at":"2026-11-21T08:00:00Z","to":"41"}} | $.failed | no more
                    clear         | {"by":"Ada"}                      | $.revisions       | missing
                    clear         | {"by":"Ada","revisions":[]}       | $.revisions       | say which
                    clear         | {"revisions":["42"]}              | $.by              | missing
                    clear         | {"by":"Ada","plan":"p-0123456789abcdef","revisions":["42"]} | $.plan | no such field
                    stop          | {"only":["serve"]}                | $.by              | missing
                    resume        | {}                                | $.by              | missing
                    stop          | {"by":"Ada","plan":"p-0123456789abcdef"} | $.plan     | no such field
                    stamp         | {"by":"Ada"}                      | $.by              | there are within and system
                    release       | {"by":"Ada"}                      | $.by              | there are only, within and system
                    health        | {"by":"Ada"}                      | $.by              | there are only, within and system
                    """)
    void whatIsNotMeantIsRefusedWithItsPlace(String function, String json, String place, String message) {
        assertThatThrownBy(() -> read(function, Optional.empty(), json))
                .isInstanceOfSatisfying(BadRequest.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.place()).isEqualTo(place);
                    assertThat(refused).hasMessageContaining(message);
                });
    }
}
