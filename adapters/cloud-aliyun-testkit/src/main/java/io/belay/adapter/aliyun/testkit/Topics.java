package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/**
 * The topics of MNS. (MNS, "Sign requests": the date within 15 minutes; "PublishMessage": 64 KB, TopicNotExist.) Refusals are
 * XML. Thread-safe.
 */
public final class Topics {
    private static final Pattern PATH = Pattern.compile("/topics/([^/]+)/messages");
    private static final Pattern LOOK = Pattern.compile("/(topics|queues)/([^/]+)");

    private final InstantSource clock;
    private final Map<String, List<String>> messages = new ConcurrentHashMap<>();
    private final Set<String> queues = ConcurrentHashMap.newKeySet();

    Topics(InstantSource clock) {
        this.clock = clock;
    }

    /** Creates a topic. */
    public void create(String topic) {
        messages.put(topic, new ArrayList<>());
    }

    /** Deletes a topic. */
    public void delete(String topic) {
        messages.remove(topic);
    }

    /** Creates a queue, of which nothing but that it is there is kept. */
    public void queue(String queue) {
        queues.add(queue);
    }

    /** What was published there. */
    public List<String> messages(String topic) {
        return List.copyOf(Optional.ofNullable(messages.get(topic)).orElseThrow());
    }

    static boolean mayAnswer(Received request) {
        return PATH.matcher(request.path()).matches()
                || LOOK.matcher(request.path()).matches();
    }

    /** A status and a body. */
    record Said(int status, String body) {}

    Said answer(Received request) {
        var signed = "MNS " + AliyunCloud.KEY_ID + ":" + signature(request);
        if (!request.header("security-token").equals(Optional.of(AliyunCloud.TOKEN))) {
            return no(403, "AccessDenied");
        }
        if (!request.header("authorization").equals(Optional.of(signed))) {
            return no(403, "SignatureDoesNotMatch");
        }
        if (old(request)) {
            return no(408, "TimeExpired");
        }
        var look = LOOK.matcher(request.path());
        return look.matches() ? look(look.group(1), look.group(2)) : publish(request);
    }

    /** GetTopicAttributes and GetQueueAttributes. */
    private Said look(String kind, String name) {
        if (kind.equals("topics")) {
            return messages.containsKey(name) ? new Said(200, "<Topic/>") : no(404, "TopicNotExist");
        }
        return queues.contains(name) ? new Said(200, "<Queue/>") : no(404, "QueueNotExist");
    }

    private Said publish(Received request) {
        var match = PATH.matcher(request.path());
        if (!match.matches() || !messages.containsKey(match.group(1))) {
            return no(404, "TopicNotExist");
        }
        var body = body(request);
        if (body.isEmpty() || body.get().getBytes(UTF_8).length > 65_536) {
            return no(400, body.isEmpty() ? "MalformedXML" : "MessageBodySizeLimitExceeded");
        }
        var list = Optional.ofNullable(messages.get(match.group(1))).orElseThrow();
        synchronized (list) {
            list.add(body.get());
        }
        return new Said(201, "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><MessageId>1</MessageId></Message>");
    }

    private boolean old(Received request) {
        try {
            var date = ZonedDateTime.parse(request.header("date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME);
            var age = Duration.between(date.toInstant(), clock.instant()).abs();
            return age.compareTo(Duration.ofMinutes(15)) > 0;
        } catch (DateTimeException _) {
            return true;
        }
    }

    private static Optional<String> body(Received request) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(request.body())));
            return Optional.of(
                    document.getElementsByTagName("MessageBody").item(0).getTextContent());
        } catch (Exception malformed) {
            return Optional.empty();
        }
    }

    private static String signature(Received request) {
        var headers = new TreeMap<>(request.headers())
                .entrySet().stream()
                        .filter(each -> each.getKey().startsWith("x-mns-"))
                        .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                        .collect(Collectors.joining());
        var text = request.method() + "\n" + request.header("content-md5").orElse("") + "\n"
                + request.header("content-type").orElse("") + "\n"
                + request.header("date").orElse("") + "\n" + headers + request.path();
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(AliyunCloud.SECRET.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Said no(int status, String code) {
        return new Said(
                status,
                "<Error xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><Code>" + code
                        + "</Code><Message>m</Message><RequestId>1-m</RequestId></Error>");
    }
}
