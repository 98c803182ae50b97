package io.belay.adapter.aliyun.fc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.testkit.TestingTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliasNotesTest {
    private static final Map<String, String> ONE = Map.of("note.1", "the first");
    private static final Map<String, String> TWO = Map.of("note.1", "the second", "note.2", "and more of it");

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final AliasNotes notes = AliasNotes.of(Functions.of(cloud), "serve", "prod");

    @BeforeEach
    void aFunction() {
        cloud.functionCompute().create("serve");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void whatWasWrittenIsInForce() throws Exception {
        put(TWO);
        assertThat(read().notes()).isEqualTo(TWO);
        put(ONE);
        assertThat(read().notes()).isEqualTo(ONE);
        put(TWO);
        assertThat(read().notes()).isEqualTo(TWO);
    }

    @Test
    void twoSetsTakeTurnsAndNoMoreAreMade() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            put(TWO);
            put(ONE);
        }

        assertThat(cloud.functionCompute().descriptions("serve"))
                .containsOnlyKeys("belay-prod-a-1", "belay-prod-a-2", "belay-prod-b-1");
    }

    @Test
    void whatStandsThereAlreadyIsNoWrite() throws Exception {
        put(ONE);
        cloud.forget();

        put(ONE);

        assertThat(cloud.actions()).containsOnly("ListAliases");
    }

    @Test
    void aWriteThatIsCutShortLeavesWhatWasThereBefore() throws Exception {
        put(ONE);
        put(Map.of("note.1", "another"));
        // Its second note is put, and then its first, which is there already, is not.
        cloud.mishaps().loseRequest("UpdateAlias");

        assertThatThrownBy(() -> put(TWO)).isInstanceOf(PortException.class);

        assertThat(cloud.functionCompute().descriptions("serve")).containsKey("belay-prod-a-2");
        assertThat(read().notes()).isEqualTo(Map.of("note.1", "another"));
        put(TWO);
        assertThat(read().notes()).isEqualTo(TWO);
    }

    @Test
    void whereOneOfThoseInForceIsGoneNothingIsActedUpon() throws Exception {
        put(TWO);
        cloud.functionCompute().deleteAlias("serve", "belay-prod-a-2");

        assertThatThrownBy(this::read).hasMessageContaining("cannot be read").hasMessageContaining("belay-prod-...");
    }

    @Test
    void whoDeletesThemAllHasForgottenAll() throws Exception {
        put(TWO);
        cloud.functionCompute().deleteAlias("serve", "belay-prod-a-1");
        cloud.functionCompute().deleteAlias("serve", "belay-prod-a-2");

        assertThat(read().notes()).isEmpty();
    }

    @Test
    void anAliasWhoseNameBeginsAlikeHasNotesOfItsOwn() throws Exception {
        put(ONE);
        var other = AliasNotes.of(Functions.of(cloud), "serve", "prod-a");

        other.write(read(other), TWO, soon());

        assertThat(read().notes()).isEqualTo(ONE);
        assertThat(read(other).notes()).isEqualTo(TWO);
    }

    private void put(Map<String, String> wanted) throws InterruptedException {
        notes.write(read(), wanted, soon());
    }

    private AliasNotes.Book read() throws InterruptedException {
        return read(notes);
    }

    private AliasNotes.Book read(AliasNotes which) throws InterruptedException {
        try (var asked = which.read(soon())) {
            return asked.await();
        }
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }
}
