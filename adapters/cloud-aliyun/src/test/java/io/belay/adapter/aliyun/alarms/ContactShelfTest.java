package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Receiver;
import io.belay.core.plan.Change;
import io.belay.core.settings.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactShelfTest extends OnCloudMonitor {
    @Test
    void contactsOfOthersLeaveAGroupThatIsTakenOverAndStay() throws InterruptedException {
        cloud.cloudMonitor().contacts().contact("lucy", "theirs", "Mail", "lucy@example.com");
        cloud.cloudMonitor().contacts().group("mail", "", List.of("lucy"));

        store.apply(OWNER, List.of(new Change.Update<>(held(Site.MAIL).form(), form(Site.MAIL))), soon());
        assertThat(cloud.cloudMonitor().contacts().members("mail")).doesNotContain("lucy");
        store.apply(OWNER, List.of(new Change.Delete<>(form(Site.MAIL))), soon());
        assertThat(cloud.cloudMonitor().contacts().names()).containsExactly("lucy");
    }

    @Test
    void aContactThatNobodyHasConfirmedIsAnObstacle() throws InterruptedException {
        create(Site.MAIL);
        cloud.cloudMonitor().contacts().unconfirmed("mail@example.com");

        assertThat(held(Site.MAIL).obstacles())
                .containsExactly(new Obstacle(
                        Obstacle.Reason.UNCONFIRMED, "mail@example.com", "nobody has followed the link that was sent"));
    }

    @Test
    void aWayThatIsWantedNoMoreTakesItsContactWithIt() throws InterruptedException {
        create(Site.ONCALL);
        var before = cloud.cloudMonitor().contacts().names();
        var less = new Receiver(Site.ONCALL.name(), List.of(new Channel.Email(Text.of("oncall@example.com"))));

        store.apply(OWNER, List.of(new Change.Update<>(form(Site.ONCALL), form(less))), soon());

        assertThat(before).hasSize(4);
        assertThat(cloud.cloudMonitor().contacts().names())
                .hasSize(1)
                .isEqualTo(cloud.cloudMonitor().contacts().members(Site.ONCALL.name()));
    }

    @Test
    void aContactThatASecondGroupNamesStays() throws InterruptedException {
        create(Site.MAIL);
        var name = cloud.cloudMonitor().contacts().names().getFirst();
        cloud.cloudMonitor().contacts().group("theirs", "", List.of(name));

        store.apply(OWNER, List.of(new Change.Delete<>(form(Site.MAIL))), soon());

        assertThat(cloud.cloudMonitor().contacts().names()).containsExactly(name);
    }

    @Test
    void whatWasCutShortIsGoneOnWith() throws InterruptedException {
        cloud.mishaps().answer("PutContactGroup", 200, "{\"Success\":false,\"Code\":\"400\",\"Message\":\"m\"}");
        assertThat(create(Site.ONCALL)).isInstanceOf(Applied.Refused.class);
        cloud.forget();

        assertThat(create(Site.ONCALL)).isInstanceOf(Applied.Written.class);
        assertThat(cloud.actions()).doesNotContain("PutContact").contains("PutContactGroup");
    }
}
