package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.ask.AskProbe;
import io.belay.adapter.aliyun.ask.Product;
import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The kind {@code aliyun}: how anything stands that Alibaba Cloud can be asked about. It asks what only reads, by the name of its
 * operation, and nothing that would tell a secret.
 */
record AskKind(Clients clients, Optional<Cloud> cloud) implements ProbeKind {
    static final Key<String> PRODUCT = Key.choice(
                    "product", Product.ALL.stream().map(Product::name).toList(), "Whose API is asked, by its code.")
            .needed();
    static final Key<Text> CALL = Key.text(
                    "call",
                    "[A-Z][A-Za-z0-9]{2,99}",
                    "The operation that reads, as the API reference writes it: DescribeDBInstanceAttribute.")
            .needed();
    static final Key<Text> PATH =
            Key.text("path", "/[^?#]{0,500}", "The operation's path, where it has one: /2023-03-30/functions/serve.");
    static final Key<Map<String, Text>> WITH =
            Key.textMap("with", "Its parameters, as the API reference writes them: { DBInstanceId: rm-1 }.");

    private static final Pattern READS = Pattern.compile("(Describe|Get|List|Query|Search|Lookup|BatchGet)[A-Z].*");

    /** Operations that read, and tell a secret. */
    private static final Set<String> TELLS = Set.of(
            "DescribeClusterCerts",
            "DescribeClusterUserKubeconfig",
            "DescribeInstanceVncUrl",
            "DescribeInvocationResults",
            "DescribeSubaccountK8sClusterUserConfig",
            "DescribeUserPrivateKey",
            "DescribeUserCertificateDetail",
            "GetAuthorizationToken",
            "GetFunctionCode",
            "GetInstanceConsoleOutput",
            "GetInstanceScreenshot",
            "GetParametersForImport",
            "GetRandomPassword",
            "GetSecretValue",
            "GetUserCertificateDetail");

    @Override
    public String name() {
        return "aliyun";
    }

    @Override
    public Shape shape() {
        return Shape.of("Asks Alibaba Cloud by one call that reads.", PRODUCT, CALL, PATH, WITH, Keys.REGION);
    }

    @Override
    public List<Observable> observables() {
        return DocumentFacts.observables();
    }

    @Override
    public ProbeKind in(Optional<Cloud> home) {
        return new AskKind(clients, home);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        DocumentFacts.check(asked);
        var product = Product.named(settings.get(PRODUCT));
        var region = Keys.region(settings, cloud);
        return new AskProbe(clients.product(product, region), ask(settings, product, region), asked);
    }

    private static Ask ask(Settings settings, Product product, String region) {
        var call = settings.get(CALL).fixed(CALL.name()).reveal();
        if (!READS.matcher(call).matches()) {
            throw new SettingException(
                    CALL.name(), call + " does not say that it reads: Describe, Get, List and the like do");
        }
        if (TELLS.contains(call)) {
            throw new SettingException(CALL.name(), call + " tells what should stay where it is");
        }
        if (settings.has(PATH) != product.byPath()) {
            throw new SettingException(
                    PATH.name(), product.name() + (product.byPath() ? " is asked by path" : " has no paths"));
        }
        var parameters = new TreeMap<String, String>();
        settings.find(WITH).orElse(Map.of()).forEach((name, text) -> parameters.put(name, text.reveal()));
        if (product.byPath()) {
            return Ask.resource("GET", call, Keys.text(settings, PATH), parameters);
        }
        parameters.putIfAbsent("RegionId", region);
        return Ask.call(call, parameters);
    }
}
