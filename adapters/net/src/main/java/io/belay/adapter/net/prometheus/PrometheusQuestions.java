package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.Answer;
import io.belay.adapter.net.http.Api;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.http.Reasons;
import io.belay.adapter.net.json.Json;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks only the endpoints whose facts are wanted. See Prometheus' documentation, "HTTP API" and "Management API".
 *
 * @param api the server's
 * @param query in PromQL
 * @param ignored names of alerts and jobs that do not count
 */
record PrometheusQuestions(Api api, Optional<String> query, Set<String> ignored) {
    List<Fact> facts(Set<FactName> asked) throws NoAnswer, InterruptedException {
        var facts = new ArrayList<Fact>();
        if (asked.contains(FactName.of("ready"))) {
            facts.add(Fact.of("ready", Value.of(api.get("/-/ready").status() == 200)));
        }
        if (asksFor(asked, "targets-down", "down")) {
            facts.addAll(Named.facts("targets-down", "down", down()));
        }
        if (asksFor(asked, "alerts-firing", "firing")) {
            facts.addAll(Named.facts("alerts-firing", "firing", firing()));
        }
        if (query.isPresent()) {
            facts.addAll(queried(query.get()));
        }
        return facts;
    }

    private static boolean asksFor(Set<FactName> asked, String one, String other) {
        return asked.contains(FactName.of(one)) || asked.contains(FactName.of(other));
    }

    private List<String> down() throws NoAnswer, InterruptedException {
        return succeeded(api.get("/api/v1/targets?state=active"))
                .all("$.data.activeTargets[?(@.health != 'up')]")
                .stream()
                .filter(target -> !ignored.contains(target.at("$.labels.job").shown()))
                .map(target -> target.at("$.labels.job").shown() + "/"
                        + target.at("$.labels.instance").shown())
                .toList();
    }

    private List<String> firing() throws NoAnswer, InterruptedException {
        return succeeded(api.get("/api/v1/alerts")).all("$.data.alerts[?(@.state == 'firing')]").stream()
                .map(alert -> alert.at("$.labels.alertname").shown())
                .filter(name -> !ignored.contains(name))
                .toList();
    }

    private List<Fact> queried(String query) throws NoAnswer, InterruptedException {
        var data = succeeded(api.get("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8)));
        return switch (data.at("$.data.resultType").shown()) {
            case "scalar", "string" -> List.of(Fact.of("value", data.at("$.data.result[1]")), series(1));
            case "vector" -> {
                var values = data.all("$.data.result[*].value[1]").size();
                yield List.of(Fact.of("value", data.at("$.data.result[*].value[1]")), series(values));
            }
            default ->
                throw new PortException(new Fault(
                        Fault.Kind.REJECTED,
                        "the query gives a "
                                + Reasons.cut(data.at("$.data.resultType").shown())
                                + ", and one value a series is meant"));
        };
    }

    private static Fact series(int count) {
        return Fact.of("series", Value.of(count));
    }

    /** Prometheus says in its own words what is wrong with a question; that is no illness of what it watches. */
    private static Json succeeded(Answer answer) throws NoAnswer {
        var wrong = answer.status() == 400 || answer.status() == 422;
        var json = wrong ? Api.json(answer) : Api.okay(answer);
        if (json.at("$.status").equals(Value.of("success"))) {
            return json;
        }
        var said = Reasons.cut(json.at("$.error").shown());
        if (wrong) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, said));
        }
        throw NoAnswer.refused("no success: " + said);
    }
}
