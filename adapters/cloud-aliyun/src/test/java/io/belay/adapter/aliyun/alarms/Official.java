package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.cms20190101.Client;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Received;
import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** The official client beside ours, of one cloud on loopback. */
record Official(AliyunCloud cloud) {
    interface Call {
        void run() throws Exception;
    }

    static Deadline soon() {
        return Cloud.soon(InstantSource.system());
    }

    Client client() throws Exception {
        return new Client(new Config()
                .setAccessKeyId(AliyunCloud.KEY_ID)
                .setAccessKeySecret(AliyunCloud.SECRET)
                .setSecurityToken(AliyunCloud.TOKEN)
                .setEndpoint("127.0.0.1:" + cloud.endpoint().getPort())
                .setProtocol("HTTP"));
    }

    private Received sent(String action, Call call) throws Exception {
        cloud.forget();
        try {
            call.run();
        } catch (TeaException | PortException _) {
            // What it is answered is of no matter here.
        }
        return cloud.received().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    void same(String action, Call ours, Call theirs) throws Exception {
        var our = sent(action, ours);
        var their = sent(action, theirs);
        assertThat(our.method()).isEqualTo(their.method());
        assertThat(our.path()).isEqualTo(their.path());
        assertThat(our.body()).isEqualTo(their.body());
        assertThat(our.header("x-acs-version")).isEqualTo(their.header("x-acs-version"));
        assertThat(plain(our)).isEqualTo(plain(their));
    }

    /** One parameter is JSON, in which the order of members says nothing. */
    private static Map<String, Object> plain(Received request) {
        var parameters = new TreeMap<String, Object>(request.parameters());
        parameters.computeIfPresent(
                "CompositeExpression",
                (_, json) -> Json.read(json.toString()).orElseThrow().members());
        return parameters;
    }
}
