package io.belay.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** A bad release, an alarm, and the release before it, through the handlers as Lambda runs them. */
@Timeout(900)
final class WholeChainTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String PASSES = "\"verdict\":\"pass\"";
    private static final String DELIVERED = "\"deliveries/1\"";
    private static final String PUT_BACK = "shop test: rolled back";
    private static final String DONE_BEFORE = "has put it back already";

    @TempDir
    Path folder;

    /** Asks until it is so, within bounds: what runs there is not in this process. */
    private static <T> T until(Callable<T> asked, Predicate<T> so) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var found = asked.call();
        while (!so.test(found) && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            found = asked.call();
        }
        return found;
    }

    /** What the people were told until now that holds {@code words}. */
    private static List<Mailbox.Letter> told(Scene scene, String words) {
        return scene.people().letters().stream()
                .filter(letter -> (letter.subject() + "\n" + letter.text()).contains(words))
                .toList();
    }

    @Test
    void anAlarmPutsTheReleaseBackOnceThroughTheHandlersAsTheyAreDeployed() throws Exception {
        try (var cloud = Clouds.start(folder);
                var scene = Scene.on(cloud)) {
            turns(cloud, scene);
        }
    }

    private static void turns(Cloud cloud, Scene scene) throws Exception {
        var good = cloud.release();
        scene.alarm().put();
        scene.alarm().turn(StateValue.OK, "nothing fails");
        assertThat(scene.clock().due("belay-verify")).contains(PASSES);
        assertThat(until(() -> scene.clock().due("belay-stamp"), said -> said.contains(PASSES)))
                .contains(PASSES);
        assertThat(scene.clock().due("belay-sweep")).contains(DELIVERED, PASSES);
        assertThat(scene.people().letters()).isEmpty();

        var bad = cloud.release();
        scene.alarm().put();
        assertThat(scene.serving()).isEqualTo(bad).isNotEqualTo(good);
        scene.alarm().turn(StateValue.ALARM, "orders fail");

        // Its own action and the topic: one of them moves the alias, the other finds it done.
        var put = until(() -> told(scene, PUT_BACK), letters -> !letters.isEmpty());
        assertThat(put).singleElement().asString().contains("Cause: ", Alarm.NAME, "well after");
        assertThat(until(() -> told(scene, DONE_BEFORE), letters -> !letters.isEmpty()))
                .isNotEmpty();
        assertThat(scene.serving()).isEqualTo(good);
        assertThat(cloud.invoke(scene.release(), "{}")).contains("quarantine " + bad);

        var proved = scene.revision();
        var before = told(scene, DONE_BEFORE).size();
        scene.ringAgain();
        assertThat(until(() -> told(scene, DONE_BEFORE), letters -> letters.size() > before))
                .hasSizeGreaterThan(before);
        assertThat(scene.clock().due("belay-sweep")).contains(DELIVERED, DONE_BEFORE);
        assertThat(scene.clock().due("belay-verify")).contains(PASSES);
        assertThat(scene.serving()).isEqualTo(good);
        assertThat(scene.revision()).isEqualTo(proved);
        assertThat(told(scene, PUT_BACK)).hasSize(1);
    }
}
