package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A robot of DingTalk that wants its messages signed. It answers every refusal with a 200. (DingTalk open platform, "Custom
 * robots": the signature, an hour's skew at the most, 20 messages a minute, bodies of 20,000 bytes.) Thread-safe.
 */
public final class Robot {
    /** What stands in the address that it gives to people. */
    public static final String ACCESS_TOKEN = "robotaccesstoken0123456789abcdef";

    /** What messages are signed with. */
    public static final String SECRET = "SECtestingrobotsecret0123456789";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final InstantSource clock;
    private final List<Said> messages = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    Robot(InstantSource clock) {
        this.clock = clock;
    }

    /** One message in the group, and who was called by name. */
    public record Said(String title, String text, List<String> mobiles) {
        public Said {
            mobiles = List.copyOf(mobiles);
        }
    }

    /** What was said in the group. */
    public synchronized List<Said> messages() {
        return List.copyOf(messages);
    }

    synchronized Map<String, Object> send(Received request) {
        var parameters = request.parameters();
        if (!parameters.getOrDefault("access_token", "").equals(ACCESS_TOKEN)) {
            return no(300001, "token is not exist");
        }
        var timestamp = parameters.getOrDefault("timestamp", "0");
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), clock.instant());
        if (age.abs().compareTo(Duration.ofHours(1)) > 0) {
            return no(310000, "invalid timestamp, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]");
        }
        if (!parameters.getOrDefault("sign", "").equals(signature(timestamp))) {
            return no(310000, "sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]");
        }
        if (request.body().getBytes(UTF_8).length > 20_000) {
            return no(460101, "message too long, exceed 20000 bytes");
        }
        var minute = clock.instant().minus(Duration.ofMinutes(1));
        if (times.stream().filter(each -> each.isAfter(minute)).count() >= 20) {
            return no(130101, "send too fast, exceed 20 times per minute");
        }
        var message = JSON.readTree(request.body());
        var markdown = message.path("markdown");
        if (!message.path("msgtype").asString("").equals("markdown")
                || markdown.path("title").asString("").isEmpty()
                || markdown.path("text").asString("").isEmpty()) {
            return no(40035, "缺少参数 title or text");
        }
        times.add(clock.instant());
        var mobiles = FunctionComputeApi.each(message.at("/at/atMobiles")).stream()
                .map(JsonNode::asString)
                .toList();
        messages.add(new Said(
                markdown.path("title").asString(), markdown.path("text").asString(), mobiles));
        return Map.of("errcode", 0, "errmsg", "ok");
    }

    private static String signature(String timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((timestamp + "\n" + SECRET).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> no(int code, String message) {
        return Map.of("errcode", code, "errmsg", message);
    }
}
