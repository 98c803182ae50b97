package io.belay.adapter.net.announce;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Answer;
import io.belay.adapter.net.http.Ask;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.Header;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.http.Urls;
import io.belay.core.Deadline;
import io.belay.core.probe.Target;
import io.belay.core.settings.Address;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place that JSON is posted to, once: no redirect is followed and nothing is sent again. HTTP/1.1, since in HTTP/2 the client
 * repeats by itself what a server says it has not seen.
 */
record Post(Clients clients, Access access, URI uri) {
    static final Key<Address> URL = Key.address(
                    "url",
                    Set.of("http", "https"),
                    "Where to; a reference such as ${env:WEBHOOK} where it is a secret.")
            .needed();

    /** What is kept of an answer: enough for a word of why. */
    private static final long MOST_BODY = 1_024;

    static Post of(Clients clients, Settings settings) {
        return new Post(clients, Access.of(settings), Urls.of(URL.name(), settings.get(URL)));
    }

    /** The host alone: whoever knows the rest of such a URL can often post. */
    Target target(String kind) {
        return new Target(kind + " at " + uri.getHost(), uri.getHost());
    }

    /**
     * Posts {@code json}; any answer of 2xx is enough.
     *
     * @param why what an answer that is none of them says of it
     * @throws io.belay.core.PortException where it was not taken, or may not have been
     */
    void send(List<Header> more, String json, Why why, Deadline deadline) throws InterruptedException {
        var headers = Stream.of(
                        access.headers().stream(),
                        more.stream(),
                        Stream.of(new Header("Content-Type", "application/json")))
                .flatMap(each -> each)
                .toList();
        var ask = new Ask(
                "POST", uri, headers, Optional.of(json), Optional.of(Version.HTTP_1_1), access.trust(), MOST_BODY);
        try {
            var answer = clients.send(ask, deadline.within(access.timeout()));
            if (answer.status() < 200 || answer.status() > 299) {
                throw NoAnswer.refused(
                        answer.status(), uri.getHost() + " answered " + answer.status() + why.of(answer));
            }
        } catch (NoAnswer none) {
            throw none.fault();
        }
    }

    /** Reads in an answer why it is no yes. */
    interface Why {
        /** The words to add; empty where there are none that are sure to hold no secret. */
        String of(Answer answer);

        /** Of whom we know nothing: what they answer may repeat what they were sent. */
        static String unsaid(Answer answer) {
            return answer.status() / 100 == 3 ? ", and a redirect is not followed" : "";
        }
    }
}
