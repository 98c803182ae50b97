package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recorded answers of operations that read, for what no state here knows: a network, an instance of RDS, a role. One is told by the
 * operation, the version of its API, and what of the question it is an answer to; a question with other words is one after something
 * that is not there. What is recorded here goes before what a state would say. Thread-safe.
 */
public final class Answers {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final List<Recorded> recorded = new ArrayList<>();

    Answers() {}

    /**
     * Records the answers that a text holds, each in the place of the one to the same question. {@code ### URL} begins one and says
     * where it is documented; the line under it is the question, operation, version, where there is one the path, and parameters;
     * then comes the answer, up to the next:
     *
     * <pre>
     * ### https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
     * DescribeVpcs 2016-04-28 VpcId=${VPC}
     * { "Vpcs": { "Vpc": [ { "VpcId": "${VPC}", "Status": "Available" } ] } }
     * </pre>
     *
     * <p>A question that ends in {@code -> 404} is answered with that status. A text without {@code ###} is refused, and so is one
     * with a place that {@code values} does not name.
     */
    public synchronized void record(String text, Map<String, String> values) {
        for (var each : Recorded.all(filled(text, values))) {
            recorded.removeIf(each::answersTheSame);
            recorded.add(each);
        }
    }

    private static String filled(String text, Map<String, String> values) {
        var missing = PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !values.containsKey(name))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no value is given for " + missing);
        }
        return PLACE.matcher(text).replaceAll(found -> values.getOrDefault(found.group(1), ""));
    }

    /** Empty where the operation is not recorded at all. */
    synchronized Optional<Reply> answer(Received request) {
        var known = recorded.stream().filter(each -> each.isOf(request)).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(known.stream()
                .filter(each -> each.answers(request))
                .findFirst()
                .map(Recorded::reply)
                // Each API has a code of its own for it, and most end so.
                .orElseThrow(() -> new Refusal(
                        404,
                        "InvalidResource.NotFound",
                        request.action() + " of " + request.path() + "?" + request.query() + ": not found")));
    }
}
