package io.belay.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * LocalStack in a container, and Belay on its Lambda by the zip that {@code scripts/package} makes. 4.14.0 is the last that needs
 * no token. Its Lambda runs each function in a container beside it, which reaches it at the address that the engine gave it.
 */
final class LocalStackAws implements Cloud {
    static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final String ROLE = "arn:aws:iam::000000000000:role/belay";
    private static final String CODE = "def handler(event, context):\n    return context.function_version\n";
    private static final String FILE = "system/shop.yaml";

    private final LocalStackContainer container;
    private final Clients clients;
    private final LambdaClient lambda;
    private final Zip zip;
    private int releases;

    private LocalStackAws(LocalStackContainer container, Zip zip) {
        this.container = container;
        this.zip = zip;
        clients = Clients.at(container.getEndpoint());
        lambda = clients.lambda();
    }

    /** Java takes longer to start than LocalStack waits for by itself, and the zip is of no architecture. */
    static LocalStackAws start(Zip zip) {
        var container = new LocalStackContainer(IMAGE)
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120")
                .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1");
        try {
            container.start();
            var aws = new LocalStackAws(container, zip);
            aws.open();
            return aws;
        } catch (RuntimeException failed) {
            container.stop();
            throw failed;
        }
    }

    /** The shop, before its first release. */
    private void open() {
        lambda.createFunction(request -> request.functionName(SHOP)
                .role(ROLE)
                .runtime(Runtime.PYTHON3_12)
                .handler("index.handler")
                .code(code -> code.zipFile(shop())));
        lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(SHOP));
    }

    @Override
    public String name() {
        return "LocalStack (" + IMAGE + ")";
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public URI inside() {
        var networks = container.getContainerInfo().getNetworkSettings().getNetworks();
        var address = networks.values().iterator().next().getIpAddress();
        return URI.create("http://" + address + ":4566");
    }

    @Override
    public String deploy(String handler, String systemFile) {
        var name = Cloud.called(handler);
        lambda.createFunction(request -> request.functionName(name)
                .role(ROLE)
                .runtime("java25")
                .handler("io.belay.runtime.lambda." + handler + "::handleRequest")
                .timeout(120)
                .memorySize(1_024)
                .environment(Environment.builder()
                        .variables(Map.of(
                                "BELAY_SYSTEM_FILE", "/var/task/" + FILE, "BELAY_AWS_ENDPOINT", inside().toString()))
                        .build())
                .code(code -> code.zipFile(bundle(systemFile))));
        lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(name));
        var version = published(name);
        var alias = lambda.createAlias(
                request -> request.functionName(name).name(LIVE).functionVersion(version));
        permit(name, "alarms", "lambda.alarms.cloudwatch.amazonaws.com");
        permit(name, "topics", "sns.amazonaws.com");
        return alias.aliasArn();
    }

    private void permit(String function, String statement, String caller) {
        lambda.addPermission(request -> request.functionName(function)
                .qualifier(LIVE)
                .statementId(statement)
                .action("lambda:InvokeFunction")
                .principal(caller));
    }

    private String published(String function) {
        var version =
                lambda.publishVersion(request -> request.functionName(function)).version();
        lambda.waiter()
                .waitUntilPublishedVersionActive(
                        request -> request.functionName(function).qualifier(version));
        return version;
    }

    /** The zip as it is deployed, and the system file beside its jars. */
    private SdkBytes bundle(String systemFile) {
        try {
            return SdkBytes.fromByteArray(zip.with(FILE, systemFile));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SdkBytes shop() {
        try {
            return SdkBytes.fromByteArray(Zip.of(Map.of("index.py", CODE + "# release " + releases + "\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String release() {
        releases++;
        lambda.updateFunctionCode(request -> request.functionName(SHOP).zipFile(shop()));
        lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(SHOP));
        var version = published(SHOP);
        if (releases == 1) {
            lambda.createAlias(request -> request.functionName(SHOP).name(LIVE).functionVersion(version));
        } else {
            lambda.updateAlias(request -> request.functionName(SHOP).name(LIVE).functionVersion(version));
        }
        return version;
    }

    @Override
    public String invoke(String function, String event) {
        var answer = lambda.invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event)));
        if (answer.functionError() != null) {
            throw new IllegalStateException(
                    answer.functionError() + ": " + answer.payload().asUtf8String());
        }
        return answer.payload().asUtf8String();
    }

    @Override
    public void close() {
        clients.close();
        container.stop();
    }
}
