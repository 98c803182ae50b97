package io.belay.adapter.aliyun.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {
    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final AtomicInteger fetched = new AtomicInteger();

    @BeforeEach
    void aCluster() {
        cloud.clusters().create("c1", network -> "current-context: " + network + "-" + fetched.incrementAndGet());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Kubeconfig of(String cluster, boolean inside) {
        var api = Cloud.endpoints(cloud).containers();
        return new Kubeconfig(new AcsClient(api, () -> Cloud.CREDENTIALS, Exchange.USUAL), cluster, inside);
    }

    @ParameterizedTest
    @CsvSource({"true, intranet-1", "false, internet-1"})
    void itIsOfTheNetworkThatWeAreIn(boolean inside, String context) throws Exception {
        assertThat(of("c1", inside).text(Cloud.soon(time))).isEqualTo("current-context: " + context);
    }

    @Test
    void itEndsSoon() throws Exception {
        of("c1", true).text(Cloud.soon(time));

        assertThat(cloud.received().getFirst().parameters()).containsEntry("TemporaryDurationMinutes", "15");
    }

    @Test
    void whatLastsIsNotFetchedAgain() throws Exception {
        var kubeconfig = of("c1", true);
        kubeconfig.text(Cloud.soon(time));
        time.advance(Duration.ofMinutes(11));

        assertThat(kubeconfig.text(Cloud.soon(time))).endsWith("-1");
        assertThat(cloud.received()).hasSize(1);
    }

    @Test
    void itIsFetchedAgainShortlyBeforeItEnds() throws Exception {
        var kubeconfig = of("c1", true);
        kubeconfig.text(Cloud.soon(time));
        time.advance(Duration.ofMinutes(12));

        assertThat(kubeconfig.text(Cloud.soon(time))).endsWith("-2");
    }

    @Test
    void anAnswerWithoutAnEndLastsAsLongAsWasAsked() throws Exception {
        var kubeconfig = of("c1", true);
        cloud.mishaps().answer("DescribeClusterUserKubeconfig", 200, "{\"config\":\"first\",\"expiration\":\"?\"}");

        assertThat(kubeconfig.text(Cloud.soon(time))).isEqualTo("first");
        time.advance(Duration.ofMinutes(11));
        assertThat(kubeconfig.text(Cloud.soon(time))).isEqualTo("first");
        time.advance(Duration.ofMinutes(1));
        assertThat(kubeconfig.text(Cloud.soon(time))).endsWith("-1");
    }

    @Test
    void whatFailsIsNotKept() throws Exception {
        var kubeconfig = of("c1", true);
        cloud.mishaps().answer("DescribeClusterUserKubeconfig", 503, "<html>");

        refused(kubeconfig, Fault.Kind.UNREACHABLE);
        assertThat(kubeconfig.text(Cloud.soon(time))).endsWith("-1");
    }

    @Test
    void aClusterThatIsNotThereIsNotFound() {
        refused(of("c2", true), Fault.Kind.NOT_FOUND);
    }

    @Test
    void anAnswerWithoutAConfigIsRejected() {
        cloud.mishaps().answer("DescribeClusterUserKubeconfig", 200, "{}");

        refused(of("c1", true), Fault.Kind.REJECTED);
    }

    private void refused(Kubeconfig kubeconfig, Fault.Kind kind) {
        assertThatThrownBy(() -> kubeconfig.text(Cloud.soon(time)))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }
}
