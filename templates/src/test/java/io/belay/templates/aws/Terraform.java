package io.belay.templates.aws;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variant for Terraform says what the template says: functions, what each may do, alarms, retries, calls. */
final class Terraform implements Rule {
    private static final Pattern VARIABLE = Pattern.compile("\\bvar\\.(\\w+)");
    private static final Pattern LOCAL = Pattern.compile("\\blocal\\.(\\w+)");
    private static final Pattern RESOURCE = Pattern.compile("(?<![\\w.\"])(aws_\\w+)\\.(\\w+)");
    private static final Pattern SCHEDULED = Pattern.compile(
            "(\\w+)\\s*=\\s*\\{ rate = var\\.rates\\.\\w+, function = \"([\\w-]+)\", input = [^,]+, age = (\\d+),");
    private static final String PLACE = "terraform";

    @Override
    public void hold(Templates templates, Faults faults) {
        var body = templates.terraform();
        references(templates, body, faults);
        var sam = templates.sam();
        functions(sam, body, faults);
        grants(sam, body, faults);
        alarms(sam, body, faults);
        retries(sam, body, faults);
        schedules(sam, templates, faults);
        calls(body, faults);
    }

    private static void same(String what, Map<String, String> wanted, Map<String, String> found, Faults faults) {
        wanted.forEach((name, said) -> {
            var here = found.get(name);
            if (!said.equals(here)) {
                faults.at(PLACE, what + " " + name + ": the template says " + said + ", and here is " + here);
            }
        });
        found.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> faults.at(PLACE, what + " " + name + ": the template has none"));
    }

    private static void functions(Sam sam, Hcl.Body body, Faults faults) {
        var wanted = sam.ofType(Sam.FUNCTION).values().stream()
                .collect(toMap(
                        each -> Sam.named(
                                each.find("Properties", "FunctionName").orElse(each)),
                        each -> each.text("Properties", "Handler").replaceAll(".*\\.|Handler::.*", "") + " within "
                                + each.text("Properties", "Timeout") + " s, "
                                + (each.find("Condition").isPresent() ? "if" : "always") + ", may " + may(each)));
        var found = local(body, "functions").fields().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().text("class") + " within "
                                + each.getValue().text("timeout") + " s, "
                                + (each.getValue().text("made").equals("true") ? "always" : "if") + ", may "
                                + each.getValue().find("may").stream()
                                        .flatMap(all -> all.items().stream())
                                        .map(Node::word)
                                        .collect(toCollection(TreeSet::new))));
        same("function", new TreeMap<>(wanted), new TreeMap<>(found), faults);
    }

    /** {@code AlarmsLookPolicy} is {@code alarms-look}; the key's is every function's own here. */
    private static Set<String> may(Node function) {
        return function.find("Properties", "Policies").stream()
                .flatMap(Node::all)
                .map(node -> node.text("Ref"))
                .filter(name -> name.endsWith("Policy") && !name.equals("KeyPolicy"))
                .map(Terraform::dashed)
                .collect(toCollection(TreeSet::new));
    }

    private static String dashed(String policy) {
        return policy.replace("Policy", "").replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static void grants(Sam sam, Hcl.Body body, Faults faults) {
        var wanted = new TreeMap<String, String>();
        sam.ofType("AWS::IAM::ManagedPolicy").forEach((id, policy) -> {
            if (!id.equals("KeyPolicy")) {
                granted(policy, "Action", "Resource", on -> Stream.of(On.template(sam, on)))
                        .forEach(each -> wanted.put(dashed(id) + ": " + each, "so"));
            }
        });
        var found = new TreeMap<String, String>();
        local(body, "may")
                .fields()
                .forEach((name, list) -> list.items().stream()
                        .flatMap(one -> granted(one, "do", "on", on -> On.terraform(body, on).stream()))
                        .forEach(each -> found.put(name + ": " + each, "so")));
        same("policy", wanted, found, faults);
    }

    /** {@code sns:Publish on sns:EACH}; of records it is said apart, with their names. */
    private static Stream<String> granted(
            Node policy, String does, String where, Function<Node, Stream<String>> resources) {
        return policy.all()
                .filter(node -> node.find(does).isPresent())
                .flatMap(node -> node.find(where).stream()
                        .flatMap(all -> all.items().stream())
                        .flatMap(resources)
                        .flatMap(on -> node.find(does).orElseThrow().items().stream()
                                .map(action -> action.word() + " on " + on)))
                .filter(each -> !each.startsWith("route53:ChangeResourceRecordSets"));
    }

    private static void alarms(Sam sam, Hcl.Body body, Faults faults) {
        var wanted = new TreeMap<String, String>();
        sam.ofType("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm -> wanted.put(
                        Sam.named(alarm.find("Properties", "AlarmName").orElse(alarm)),
                        Stream.of(
                                        "Namespace",
                                        "MetricName",
                                        "Statistic",
                                        "Period",
                                        "EvaluationPeriods",
                                        "Threshold",
                                        "ComparisonOperator",
                                        "TreatMissingData")
                                .map(key -> alarm.text("Properties", key)
                                        + Sam.named(
                                                alarm.find("Properties", key).orElse(alarm)))
                                .toList()
                                .toString()));
        var found = new TreeMap<String, String>();
        body.of("resource", "aws_cloudwatch_metric_alarm")
                .forEach(alarm -> found.put(
                        alarm.body().text("alarm_name").replace("${var.prefix}-", ""),
                        Stream.of(
                                        "namespace",
                                        "metric_name",
                                        "statistic",
                                        "period",
                                        "evaluation_periods",
                                        "threshold",
                                        "comparison_operator",
                                        "treat_missing_data")
                                .map(key -> alarm.body().text(key).replace("${var.prefix}-", ""))
                                .toList()
                                .toString()));
        same("alarm", wanted, found, faults);
    }

    private static void retries(Sam sam, Hcl.Body body, Faults faults) {
        var all = sam.root().find("Globals", "Function", "EventInvokeConfig").orElse(sam.root());
        body.of("resource", "aws_lambda_function_event_invoke_config")
                .forEach(each -> same(
                        "event_invoke_config",
                        Map.of(
                                "attempts",
                                all.text("MaximumRetryAttempts"),
                                "age",
                                all.text("MaximumEventAgeInSeconds")),
                        Map.of(
                                "attempts", each.body().text("maximum_retry_attempts"),
                                "age", each.body().text("maximum_event_age_in_seconds")),
                        faults));
        Stream.of("aws_scheduler_schedule", "aws_cloudwatch_event_target")
                .flatMap(type -> body.of("resource", type).stream())
                .forEach(each -> {
                    var target = each.body().of("target").stream()
                            .map(Hcl.Block::body)
                            .findFirst()
                            .orElse(each.body());
                    var policy = target.of("retry_policy");
                    var attempts =
                            policy.isEmpty() ? "" : policy.getFirst().body().text("maximum_retry_attempts");
                    if (!attempts.matches("[0-2]")) {
                        faults.at(each.place(), "a retry_policy of " + Retries.MOST + " attempts at the most is meant");
                    }
                    if (target.of("dead_letter_config").isEmpty()) {
                        faults.at(each.place(), "a dead_letter_config is missing");
                    }
                });
        for (var needed : List.of("dead_letter_config", "snap_start", "logging_config")) {
            body.of("resource", "aws_lambda_function").stream()
                    .filter(each -> each.body().of(needed).isEmpty())
                    .forEach(each -> faults.at(each.place(), needed + " is missing"));
        }
        body.of("resource", "aws_cloudwatch_log_group").stream()
                .filter(each -> each.body().text("retention_in_days").isEmpty())
                .forEach(each -> faults.at(each.place(), "without retention_in_days it is kept for ever"));
    }

    private static void schedules(Sam sam, Templates templates, Faults faults) {
        var wanted = new TreeMap<String, String>();
        sam.events().forEach((owner, event) -> {
            var function = sam.resources().get(owner.substring(0, owner.indexOf('.')));
            if (function != null && function.text("Type").equals(Sam.FUNCTION)) {
                wanted.put(
                        Sam.named(event.find("Properties", "Name").orElse(event)),
                        Sam.named(function.find("Properties", "FunctionName").orElse(function)) + ", "
                                + event.text("Properties", "RetryPolicy", "MaximumEventAgeInSeconds") + " s");
            }
        });
        var found = new TreeMap<String, String>();
        SCHEDULED
                .matcher(templates.text("terraform/triggers.tf"))
                .results()
                .forEach(each -> found.put(each.group(1), each.group(2) + ", " + each.group(3) + " s"));
        same("schedule", wanted, found, faults);
    }

    private static void calls(Hcl.Body body, Faults faults) {
        body.of("resource", "aws_lambda_permission").forEach(each -> {
            var everybody = each.body().text("principal").equals("*");
            for (var needed : everybody ? List.of("qualifier") : List.of("qualifier", "source_account", "source_arn")) {
                if (each.body().text(needed).isEmpty()) {
                    faults.at(each.place(), needed + " is missing");
                }
            }
        });
    }

    private static void references(Templates templates, Hcl.Body body, Faults faults) {
        var variables = body.of("variable").stream()
                .map(each -> each.labels().getFirst())
                .collect(toCollection(TreeSet::new));
        var locals = body.of("locals").stream()
                .flatMap(each -> each.body().attributes().keySet().stream())
                .collect(toCollection(TreeSet::new));
        var resources = body.of("resource").stream()
                .map(each -> String.join(".", each.labels()))
                .collect(toCollection(TreeSet::new));
        templates.texts().forEach((file, text) -> {
            if (file.startsWith("terraform/")) {
                known(file, text, VARIABLE, variables, faults);
                known(file, text, LOCAL, locals, faults);
                RESOURCE.matcher(text)
                        .results()
                        .filter(each -> !resources.contains(each.group(1) + "." + each.group(2)))
                        .forEach(each -> faults.at(file, "there is no " + each.group()));
            }
        });
        var all = templates.texts().entrySet().stream()
                .filter(each -> each.getKey().startsWith("terraform/"))
                .map(Map.Entry::getValue)
                .reduce("", String::concat);
        variables.stream()
                .filter(name -> !Pattern.compile("\\bvar\\." + name + "\\b")
                        .matcher(all)
                        .find())
                .forEach(name -> faults.at("terraform/variables.tf", "nothing uses the variable " + name));
    }

    private static void known(String file, String text, Pattern pattern, Set<String> names, Faults faults) {
        pattern.matcher(text)
                .results()
                .filter(each -> !names.contains(each.group(1)))
                .forEach(each -> faults.at(file, "there is no " + each.group()));
    }

    private static Node local(Hcl.Body body, String name) {
        return body.of("locals").stream()
                .flatMap(each -> Stream.ofNullable(each.body().attributes().get(name)))
                .findFirst()
                .orElse(new Node.Text(PLACE, "", true));
    }
}
