package io.belay.adapter.aliyun.acs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aliyun.fc20230330.models.CreateAliasInput;
import com.aliyun.fc20230330.models.CreateAliasRequest;
import com.aliyun.fc20230330.models.CustomContainerConfig;
import com.aliyun.fc20230330.models.GetAsyncTaskRequest;
import com.aliyun.fc20230330.models.GetFunctionRequest;
import com.aliyun.fc20230330.models.InvokeFunctionHeaders;
import com.aliyun.fc20230330.models.InvokeFunctionRequest;
import com.aliyun.fc20230330.models.ListAliasesRequest;
import com.aliyun.fc20230330.models.ListFunctionVersionsRequest;
import com.aliyun.fc20230330.models.PutConcurrencyConfigRequest;
import com.aliyun.fc20230330.models.PutConcurrencyInput;
import com.aliyun.fc20230330.models.UpdateAliasInput;
import com.aliyun.fc20230330.models.UpdateAliasRequest;
import com.aliyun.fc20230330.models.UpdateFunctionInput;
import com.aliyun.fc20230330.models.UpdateFunctionRequest;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import io.belay.adapter.aliyun.acs.OfficialClientTest.Pair;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;

/** What we ask of Function Compute, and the official client's call for it. */
final class FunctionComputeCalls {

    private FunctionComputeCalls() {}

    static Stream<Pair> of(Config config) throws Exception {
        var client = new com.aliyun.fc20230330.Client(config);
        var root = "/2023-03-30/functions/serve";
        return Stream.of(
                new Pair(
                        Ask.resource("GET", "GetFunction", root, Map.of("qualifier", "prod")),
                        () -> client.getFunction("serve", new GetFunctionRequest().setQualifier("prod"))),
                new Pair(
                        Ask.resource("GET", "GetAlias", root + "/aliases/prod", Map.of()),
                        () -> client.getAlias("serve", "prod")),
                new Pair(
                        Ask.resource("PUT", "UpdateAlias", root + "/aliases/prod", Map.of())
                                .json(Map.of(
                                        "versionId",
                                        "1",
                                        "additionalVersionWeight",
                                        Map.of(),
                                        "description",
                                        "wörtlich \"a|b\" 中")),
                        () -> client.updateAlias(
                                "serve",
                                "prod",
                                new UpdateAliasRequest()
                                        .setBody(new UpdateAliasInput()
                                                .setVersionId("1")
                                                .setAdditionalVersionWeight(Map.of())
                                                .setDescription("wörtlich \"a|b\" 中")))),
                new Pair(
                        Ask.resource(
                                "GET",
                                "ListFunctionVersions",
                                root + "/versions",
                                Map.of("direction", "BACKWARD", "limit", "100", "nextToken", "a b=/+*~")),
                        () -> client.listFunctionVersions(
                                "serve",
                                new ListFunctionVersionsRequest()
                                        .setDirection("BACKWARD")
                                        .setLimit(100)
                                        .setNextToken("a b=/+*~"))),
                new Pair(
                        Ask.resource(
                                "GET",
                                "ListAliases",
                                root + "/aliases",
                                Map.of("prefix", "belay-prod-", "limit", "100")),
                        () -> client.listAliases(
                                "serve",
                                new ListAliasesRequest()
                                        .setPrefix("belay-prod-")
                                        .setLimit(100))),
                new Pair(
                        Ask.resource("POST", "CreateAlias", root + "/aliases", Map.of())
                                .json(Map.of(
                                        "aliasName", "belay-prod-a-1",
                                        "versionId", "LATEST",
                                        "description", "belay1 1 1 note.1 rolled")),
                        () -> client.createAlias(
                                "serve",
                                new CreateAliasRequest()
                                        .setBody(new CreateAliasInput()
                                                .setAliasName("belay-prod-a-1")
                                                .setVersionId("LATEST")
                                                .setDescription("belay1 1 1 note.1 rolled")))),
                new Pair(
                        Ask.resource("GET", "GetConcurrencyConfig", root + "/concurrency", Map.of()),
                        () -> client.getConcurrencyConfig("serve")),
                new Pair(
                        Ask.resource("PUT", "PutConcurrencyConfig", root + "/concurrency", Map.of())
                                .json(Map.of("reservedConcurrency", 0)),
                        () -> client.putConcurrencyConfig(
                                "serve",
                                new PutConcurrencyConfigRequest()
                                        .setBody(new PutConcurrencyInput().setReservedConcurrency(0L)))),
                new Pair(
                        Ask.resource("DELETE", "DeleteConcurrencyConfig", root + "/concurrency", Map.of()),
                        () -> client.deleteConcurrencyConfig("serve")),
                new Pair(
                        Ask.resource("POST", "InvokeFunction", root + "/invocations", Map.of("qualifier", "prod"))
                                .raw("{\"a\":\"中\"}")
                                .with("x-fc-invocation-type", "Async"),
                        () -> client.invokeFunctionWithOptions(
                                "serve",
                                new InvokeFunctionRequest()
                                        .setQualifier("prod")
                                        .setBody(new ByteArrayInputStream("{\"a\":\"中\"}".getBytes(UTF_8))),
                                new InvokeFunctionHeaders().setXFcInvocationType("Async"),
                                new RuntimeOptions())),
                new Pair(
                        Ask.resource("POST", "InvokeFunction", root + "/invocations", Map.of("qualifier", "prod"))
                                .raw("{}")
                                .with("x-fc-invocation-type", "Async")
                                .with("x-fc-async-task-id", "belay-1"),
                        () -> client.invokeFunctionWithOptions(
                                "serve",
                                new InvokeFunctionRequest()
                                        .setQualifier("prod")
                                        .setBody(new ByteArrayInputStream("{}".getBytes(UTF_8))),
                                new InvokeFunctionHeaders()
                                        .setXFcInvocationType("Async")
                                        .setXFcAsyncTaskId("belay-1"),
                                new RuntimeOptions())),
                new Pair(
                        Ask.resource("GET", "GetAsyncTask", root + "/async-tasks/belay-1", Map.of("qualifier", "prod")),
                        () -> client.getAsyncTask("serve", "belay-1", new GetAsyncTaskRequest().setQualifier("prod"))),
                new Pair(
                        Ask.resource("PUT", "UpdateFunction", root, Map.of())
                                .json(Map.of("customContainerConfig", Map.of("image", "registry/app@sha256:1"))),
                        () -> client.updateFunction(
                                "serve",
                                new UpdateFunctionRequest()
                                        .setBody(new UpdateFunctionInput()
                                                .setCustomContainerConfig(new CustomContainerConfig()
                                                        .setImage("registry/app@sha256:1"))))));
    }
}
