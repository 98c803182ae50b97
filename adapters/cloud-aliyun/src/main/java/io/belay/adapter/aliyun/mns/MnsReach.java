package io.belay.adapter.aliyun.mns;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Sent;
import io.belay.core.Deadline;
import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether topics and queues of MNS are there. (GetTopicAttributes and GetQueueAttributes: TopicNotExist and QueueNotExist, 404.) */
public final class MnsReach {
    private static final Pattern ARN =
            Pattern.compile("acs:mns:([a-z0-9-]+):([0-9]+):(/(?:topics|queues)/[A-Za-z0-9-]+)/messages");

    private final String region;
    private final Function<String, URI> endpoints;
    private final CredentialSource credentials;
    private final Exchange exchange;

    /**
     * Those of one region.
     *
     * @param endpoints of an account in it: {@code https://1234.mns.cn-hangzhou.aliyuncs.com}
     */
    public MnsReach(String region, Function<String, URI> endpoints, CredentialSource credentials, Exchange exchange) {
        this.region = requireNonNull(region, "region");
        this.endpoints = requireNonNull(endpoints, "endpoints");
        this.credentials = requireNonNull(credentials, "credentials");
        this.exchange = requireNonNull(exchange, "exchange");
    }

    /**
     * Whether MNS says that there is no such thing; not where it says nothing: of what is another region's or account's, or where the
     * role may not look.
     *
     * @throws io.belay.core.PortException UNREACHABLE, TIMED_OUT, or DENIED where there are no credentials
     */
    public boolean absent(String arn, Deadline deadline) throws InterruptedException {
        var match = ARN.matcher(arn);
        if (!match.matches() || !match.group(1).equals(region)) {
            return false;
        }
        var path = match.group(3);
        var headers = MnsSignature.headers(
                credentials.current(), "GET", path, deadline.time().instant());
        var request = new Sent("GET", endpoints.apply(match.group(2)).resolve(path), headers, "");
        try (var pending = exchange.begin(request, deadline)) {
            var answer = pending.await();
            return answer.status() == 404 && answer.body().contains("NotExist</Code>");
        }
    }
}
