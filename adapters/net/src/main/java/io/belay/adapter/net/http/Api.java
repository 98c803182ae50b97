package io.belay.adapter.net.http;

import io.belay.adapter.net.json.Json;
import io.belay.adapter.net.json.NotJson;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.net.URI;

/**
 * A server's API below its base URL, asked until a deadline. No redirect is followed.
 *
 * @param clients through which it is asked
 * @param access how it is approached
 * @param base below which its paths lie
 * @param until when to give up
 */
public record Api(Clients clients, Access access, URI base, Deadline until) {
    /** How much of an answer is read: what a Prometheus of several thousand targets says of them. */
    private static final long MOST_BODY = 16L * 1024 * 1024;

    /** What {@code path} answers, whatever it is. */
    public Answer get(String path) throws NoAnswer, InterruptedException {
        return ask("GET", path);
    }

    /** Whether {@code path} is there: a HEAD answered by 200, and not by 404. */
    public boolean has(String path) throws NoAnswer, InterruptedException {
        var answer = ask("HEAD", path);
        if (answer.status() == 404) {
            return false;
        }
        expected(answer, 200);
        return true;
    }

    /** The JSON that {@code path} answers with 200. */
    public Json json(String path) throws NoAnswer, InterruptedException {
        return okay(get(path));
    }

    /** The JSON of {@code answer}, which must be a 200. */
    public static Json okay(Answer answer) throws NoAnswer {
        expected(answer, 200);
        return json(answer);
    }

    /** Posts {@code json} to {@code path}, which must answer 200. */
    public void post(String path, String json) throws NoAnswer, InterruptedException {
        expected(
                clients.send(
                        Ask.of("POST", Urls.under(base, path), access, MOST_BODY)
                                .withJson(json),
                        until),
                200);
    }

    /** The JSON of {@code answer}, whatever its status. */
    public static Json json(Answer answer) throws NoAnswer {
        try {
            return Json.of(answer.body().text());
        } catch (NotJson exception) {
            var cut = answer.body().note().map(note -> ", " + note).orElse("");
            throw NoAnswer.refused(
                    place(answer) + " answered " + answer.status() + cut + ", " + exception.getMessage());
        }
    }

    private Answer ask(String method, String path) throws NoAnswer, InterruptedException {
        return clients.send(Ask.of(method, Urls.under(base, path), access, MOST_BODY), until);
    }

    private static void expected(Answer answer, int status) throws NoAnswer {
        if (answer.status() == status) {
            return;
        }
        if (answer.status() == 429) {
            throw new PortException(new Fault(Fault.Kind.THROTTLED, place(answer) + " answered 429"));
        }
        var denied = answer.status() == 401 || answer.status() == 403 ? "log-in refused: " : "";
        throw NoAnswer.refused(answer.status(), denied + place(answer) + " answered " + answer.status());
    }

    private static String place(Answer answer) {
        return answer.uri().getPath();
    }
}
