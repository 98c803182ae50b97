package io.belay.templates.aws;

import java.util.List;
import java.util.Map;

/**
 * A function URL is guarded by IAM, or by tokens where there are any; then AWS lets everybody through to it, by two permissions that
 * are good for the URL alone (Lambda developer guide, "Control access to Lambda function URLs").
 */
final class Doors implements Rule {
    private static final Map<String, String> BY_ACTION = Map.of(
            "lambda:InvokeFunctionUrl", "FunctionUrlAuthType: NONE",
            "lambda:InvokeFunction", "InvokedViaFunctionUrl: true");

    private static final String GUARDED = "{Fn::If: [HasTokens, NONE, AWS_IAM]}";

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.ofType(Sam.FUNCTION).forEach((id, function) -> {
            var guard = sam.given(function, "FunctionUrlConfig", "AuthType").map(Held::said);
            if (!guard.orElse("").equals(GUARDED)) {
                faults.at(function, "a function URL that neither AWS_IAM nor tokens guard is anybody's");
            }
            BY_ACTION.forEach((action, narrowed) -> permitted(sam, id, function, action, narrowed, faults));
        });
        var tokens = sam.root().find("Parameters", "Tokens");
        if (!tokens.map(node -> node.text("NoEcho")).orElse("").equals("true")) {
            faults.at(Templates.SAM, "Tokens: NoEcho is meant");
        }
        // With a blank for its value there would be no token, and no guard besides.
        if (tokens.map(node -> node.text("AllowedPattern"))
                .filter(pattern -> !pattern.isEmpty() && "".matches(pattern) && !" ".matches(pattern))
                .isEmpty()) {
            faults.at(Templates.SAM, "Tokens: an AllowedPattern is meant that takes nothing, and no blank");
        }
        terraform(templates.terraform(), faults);
        if (!templates.text("terraform/functions.tf").contains("BELAY_TOKENS = local.tokens")) {
            faults.at("terraform/functions.tf", "BELAY_TOKENS = local.tokens is meant, which is never nothing");
        }
    }

    private static void permitted(Sam sam, String id, Node function, String action, String narrowed, Faults faults) {
        var wanted = "{FunctionName: {Ref: " + id + ".Alias}, Action: " + action + ", Principal: *, " + narrowed + "}";
        var condition = function.text("Condition").isEmpty()
                ? "HasTokens"
                : function.text("Condition").replaceFirst("^Has", "Opens");
        var found = sam.ofType("AWS::Lambda::Permission").values().stream()
                .filter(each -> each.text("Condition").equals(condition))
                .filter(each ->
                        each.find("Properties").map(Held::said).orElse("").equals(wanted))
                .count();
        if (found != 1) {
            faults.at(function, "a permission " + wanted + " on the condition " + condition + " is meant");
        }
    }

    private static void terraform(Hcl.Body body, Faults faults) {
        body.of("resource", "aws_lambda_function_url").stream()
                .filter(each -> !each.body().text("authorization_type").equals("local.open ? \"NONE\" : \"AWS_IAM\""))
                .forEach(each ->
                        faults.at(each.place(), "a function URL that neither AWS_IAM nor tokens guard is anybody's"));
        var open = body.of("resource", "aws_lambda_permission").stream()
                .filter(each -> each.body().text("principal").equals("*"))
                .toList();
        for (var each : open) {
            if (!each.body().text("for_each").endsWith("if local.open }")) {
                faults.at(each.place(), "everybody may call, though there are no tokens");
            }
        }
        for (var wanted : List.of("lambda:InvokeFunctionUrl NONE ", "lambda:InvokeFunction  true")) {
            if (open.stream()
                    .map(Hcl.Block::body)
                    .noneMatch(each -> (each.text("action") + " " + each.text("function_url_auth_type") + " "
                                    + each.text("invoked_via_function_url"))
                            .equals(wanted))) {
                faults.at("terraform/functions.tf", "a permission of everybody for " + wanted.strip() + " is missing");
            }
        }
    }
}
