package io.belay.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * LocalStack in a container, and Belay on its Lambda by the zip that {@code scripts/package} makes. 4.14.0 is the last that needs
 * no token. Its Lambda runs each function in a container beside it, which reaches it at the address that the engine gave it.
 */
final class LocalStackAws implements Cloud {
    static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final String ROLE = "arn:aws:iam::000000000000:role/belay";
    private static final String CODE = "import os\ndef handler(event, context):\n    return context.function_version\n";

    private final LocalStackContainer container;
    private final LambdaClient lambda;
    private final Path zip;
    private final Map<String, String> functions = new TreeMap<>();
    private int releases;

    LocalStackAws(LocalStackContainer container, Path zip) {
        this.container = container;
        this.zip = zip;
        lambda = Clients.lambda(container.getEndpoint());
        Clients.sns(container.getEndpoint()).createTopic(request -> request.name(SystemFile.TOPIC));
        lambda.createFunction(request -> request.functionName(SHOP)
                .role(ROLE)
                .runtime(Runtime.PYTHON3_12)
                .handler("index.handler")
                .code(code(Map.of("index.py", CODE))));
        ready(SHOP);
    }

    @Override
    public String name() {
        return "LocalStack (" + IMAGE + ")";
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    /** Where the functions' own containers find it. */
    private URI inside() {
        var networks = container.getContainerInfo().getNetworkSettings().getNetworks();
        var address = networks.values().iterator().next().getIpAddress();
        return URI.create("http://" + address + ":4566");
    }

    @Override
    public String deployed(String handler) {
        return functions.computeIfAbsent(handler, this::deploy);
    }

    private String deploy(String handler) {
        var name = "belay-" + handler.toLowerCase(Locale.ROOT);
        var arn = lambda.createFunction(request -> request.functionName(name)
                        .role(ROLE)
                        .runtime("java25")
                        .handler("io.belay.runtime.lambda." + handler + "::handleRequest")
                        .timeout(120)
                        .memorySize(1_024)
                        .environment(Environment.builder()
                                .variables(Map.of(
                                        "BELAY_SYSTEM_FILE",
                                        "/var/task/system/shop.yaml",
                                        "BELAY_AWS_ENDPOINT",
                                        inside().toString()))
                                .build())
                        .code(FunctionCode.builder()
                                .zipFile(SdkBytes.fromByteArray(bundle()))
                                .build()))
                .functionArn();
        ready(name);
        lambda.addPermission(request -> request.functionName(name)
                .statementId("alarms")
                .action("lambda:InvokeFunction")
                .principal("lambda.alarms.cloudwatch.amazonaws.com"));
        return arn;
    }

    private void ready(String function) {
        lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(function));
    }

    /** The zip as it is deployed, and the system file beside its jars. */
    private byte[] bundle() {
        var whole = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(Files.newInputStream(zip));
                var to = new ZipOutputStream(whole)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("system/shop.yaml"));
            to.write(SystemFile.text(container.getRegion(), inside()).getBytes(UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return whole.toByteArray();
    }

    private static FunctionCode code(Map<String, String> files) {
        var whole = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(whole)) {
            for (var file : files.entrySet()) {
                to.putNextEntry(new ZipEntry(file.getKey()));
                to.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return FunctionCode.builder()
                .zipFile(SdkBytes.fromByteArray(whole.toByteArray()))
                .build();
    }

    @Override
    public String release() {
        releases++;
        lambda.updateFunctionCode(request -> request.functionName(SHOP)
                .zipFile(code(Map.of("index.py", CODE + "# release " + releases + "\n"))
                        .zipFile()));
        lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(SHOP));
        var version =
                lambda.publishVersion(request -> request.functionName(SHOP)).version();
        if (releases == 1) {
            lambda.createAlias(request -> request.functionName(SHOP).name(LIVE).functionVersion(version));
        } else {
            lambda.updateAlias(request -> request.functionName(SHOP).name(LIVE).functionVersion(version));
        }
        return version;
    }

    @Override
    public String invoke(String handler, String event) {
        var arn = deployed(handler);
        var answer = lambda.invoke(request -> request.functionName(arn).payload(SdkBytes.fromUtf8String(event)));
        if (answer.functionError() != null) {
            throw new IllegalStateException(
                    answer.functionError() + ": " + answer.payload().asUtf8String());
        }
        return answer.payload().asUtf8String();
    }

    @Override
    public void close() {
        container.stop();
    }
}
