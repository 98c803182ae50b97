package io.belay.adapter.aws;

import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One question to a service, which can only be one that reads: by the name of its action, which AWS keeps to, by a GET, or by one of
 * the few paths that are read with a POST. What would tell a secret, or what people keep there, is refused as well.
 *
 * @param call the action; empty where a path says it
 * @param path with its query; empty where an action says it
 * @param parameters of the action, or of what is posted
 */
record Asked(AskApi api, String call, String path, Tree.Branch parameters) {
    static final Key<String> SERVICE = Key.choice(
                    "service",
                    AskApi.ALL.stream().map(AskApi::name).toList(),
                    "Which service, as the command line of AWS calls it.")
            .needed();
    static final Key<Text> CALL = Key.text(
            "call",
            "[A-Z][A-Za-z0-9]{2,99}",
            "The action that reads, as the API reference writes it: DescribeDBInstances.");
    static final Key<Text> PATH = Key.text(
            "path",
            "/.{0,999}",
            "The path that is read, of services that have paths: /2015-03-31/functions/serve/configuration.");
    static final Key<Tree> WITH = Key.of(
            "with",
            new Form.OfTree(),
            "The action's parameters, as the API reference writes them: { Filter.1.Name: vpc-id }.");

    private static final Pattern READS =
            Pattern.compile("(Describe|Get|List|Lookup|BatchGet|BatchDescribe|Search|Simulate)[A-Z].*");

    /** Actions that read, and tell a secret or what is kept. */
    private static final Set<String> TELLS = Set.of(
            "BatchGetItem",
            "BatchGetSecretValue",
            "GetAuthorizationToken",
            "GetCommandInvocation",
            "GetConsoleOutput",
            "GetConsoleScreenshot",
            "GetDownloadUrlForLayer",
            "GetFederationToken",
            "GetItem",
            "GetLogEvents",
            "GetLogObject",
            "GetLogRecord",
            "GetParameter",
            "GetParameterHistory",
            "GetParameters",
            "GetParametersByPath",
            "GetPasswordData",
            "GetQueryResults",
            "GetRandomPassword",
            "GetSecretValue",
            "GetSessionToken");

    /** Of S3 a bucket, never what lies in it; of Lambda a function's settings, never its code. */
    private static final Map<String, Pattern> PATHS = Map.of(
            "s3", Pattern.compile("/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/?)?(\\?.*)?"),
            "lambda", Pattern.compile("(?!/[0-9-]+/functions/[^/?]+/?(\\?.*)?$)/.*"));

    /** What is read with a POST, since its filters are no path ("ListFindings", "ListFindingsV2", "GetFindings"). */
    private static final Map<String, Pattern> POSTED = Map.of(
            "access-analyzer", Pattern.compile("/finding(v2)?"),
            "guardduty", Pattern.compile("/detector/[0-9a-f]{1,300}/findings(/get|/statistics)?"),
            "securityhub", Pattern.compile("/findings"));

    static Asked of(Settings settings) {
        var api = AskApi.named(settings.get(SERVICE));
        if (api.protocol().byPath()) {
            refuse(settings, CALL, api);
            var asked = new Asked(api, "", path(settings, api), parameters(settings));
            if (!asked.posted()) {
                refuse(settings, WITH, api);
            }
            return asked;
        }
        refuse(settings, PATH, api);
        return new Asked(api, call(settings, api), "", parameters(settings));
    }

    private static Tree.Branch parameters(Settings settings) {
        return settings.find(WITH)
                .map(tree -> {
                    if (!(tree instanceof Tree.Branch branch)) {
                        throw new SettingException(WITH.name(), "parameters by name: { Name: value }");
                    }
                    return branch;
                })
                .orElseGet(() -> new Tree.Branch(Map.of()));
    }

    private static void refuse(Settings settings, Key<?> key, AskApi api) {
        if (settings.has(key)) {
            throw new SettingException(
                    key.name(), api.name() + " is asked by " + (api.protocol().byPath() ? "path" : "call and with"));
        }
    }

    private static String call(Settings settings, AskApi api) {
        var call = given(settings, CALL, api);
        if (!READS.matcher(call).matches()) {
            throw new SettingException(
                    CALL.name(), call + " does not say that it reads: Describe, Get, List and the like do");
        }
        if (TELLS.contains(call)) {
            throw new SettingException(CALL.name(), call + " tells what should stay where it is");
        }
        return call;
    }

    private static String path(Settings settings, AskApi api) {
        var path = given(settings, PATH, api);
        if (!PATHS.getOrDefault(api.name(), Pattern.compile("/.*"))
                        .matcher(path)
                        .matches()
                || path.contains("#")) {
            throw new SettingException(
                    PATH.name(), path + " tells what should stay where it is, or is no path of " + api.name());
        }
        return path;
    }

    private static String given(Settings settings, Key<Text> key, AskApi api) {
        return Optional.of(settings)
                .flatMap(each -> each.find(key))
                .orElseThrow(() -> new SettingException(key.name(), "missing, by which " + api.name() + " is asked"))
                .fixed(key.name())
                .reveal();
    }

    /** Whether it is read with a POST of its parameters. */
    boolean posted() {
        return Optional.ofNullable(POSTED.get(api.name()))
                .filter(paths -> paths.matcher(path).matches())
                .isPresent();
    }

    /** As people call it, without a parameter. */
    String shown() {
        return api.name() + " " + (call.isEmpty() ? path.replaceAll("\\?.*", "") : call);
    }
}
