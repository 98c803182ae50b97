package io.belay.adapter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A kubeconfig, as far as it says how one cluster is asked. What it wants and is not done here is refused by name, never left
 * out: no program of an {@code exec} plugin is run, no certificate goes unverified.
 */
public final class KubeConfig {
    private static final List<String> NOT_OF_CLUSTERS =
            List.of("insecure-skip-tls-verify", "tls-server-name", "proxy-url");
    private static final List<String> NOT_OF_USERS =
            List.of("exec", "auth-provider", "username", "password", "as", "as-uid", "as-groups", "as-user-extra");

    private KubeConfig() {}

    /** The cluster of a file that is read for every access; {@code context} in place of the current one. */
    public static ClusterSource file(Path file, Optional<String> context) {
        var folder = file.toAbsolutePath().resolveSibling("");
        return _ -> read(InCluster.text(file), context, folder);
    }

    /**
     * The cluster that {@code text} names, as Alibaba's DescribeClusterUserKubeconfig gives it and {@code aws eks
     * update-kubeconfig} does not: that one runs a program.
     *
     * @param context in place of the current one
     * @param folder what its relative paths are relative to
     * @throws PortException REJECTED where it is none, or wants what is not done
     */
    public static ClusterAccess read(String text, Optional<String> context, Path folder) {
        var config = parse(text);
        var name = context.or(() -> config.text("current-context"))
                .orElseThrow(() -> refused("it has no current context"));
        var chosen = named(config, "contexts", "context", name);
        var cluster =
                named(config, "clusters", "cluster", chosen.text("cluster").orElse(""));
        var user = named(config, "users", "user", chosen.text("user").orElse(""));
        refuse(cluster, NOT_OF_CLUSTERS);
        refuse(user, NOT_OF_USERS);
        var server = cluster.text("server").orElseThrow(() -> refused("its cluster has no server"));
        try {
            return new ClusterAccess(
                    URI.create(server), given(cluster, "certificate-authority", folder), login(user, folder));
        } catch (IllegalArgumentException wrong) {
            throw refused("its server is no address: " + server);
        }
    }

    private static Login login(Json user, Path folder) {
        var chain = given(user, "client-certificate", folder);
        var key = given(user, "client-key", folder);
        if (chain.isPresent() && key.isPresent()) {
            return new Login.Certificate(chain.get(), key.get());
        }
        // As client-go does: of both, the file wins.
        var file = user.text("tokenFile").filter(each -> !each.isBlank()).map(folder::resolve);
        if (file.isPresent()) {
            return new Login.TokenFile(file.get());
        }
        return user.text("token")
                .filter(each -> !each.isBlank())
                .<Login>map(Login.Token::new)
                .orElseThrow(() -> refused("its user has neither a client certificate with its key nor a token"));
    }

    /** What stands under {@code name}-data in Base64, or in the file under {@code name}. */
    private static Optional<String> given(Json block, String name, Path folder) {
        var data = block.text(name + "-data").filter(each -> !each.isBlank());
        if (data.isEmpty()) {
            return block.text(name).filter(each -> !each.isBlank()).map(file -> InCluster.text(folder.resolve(file)));
        }
        try {
            return data.map(each -> new String(Base64.getMimeDecoder().decode(each), UTF_8));
        } catch (IllegalArgumentException _) {
            throw refused("its " + name + "-data is no Base64");
        }
    }

    private static Json named(Json config, String list, String what, String name) {
        return config.objects(list).stream()
                .filter(each -> each.text("name").filter(name::equals).isPresent())
                .map(each -> each.object(what))
                .findFirst()
                .orElseThrow(() -> refused("it has no " + what + " named " + name));
    }

    private static void refuse(Json block, List<String> names) {
        for (var name : names) {
            if (block.members().containsKey(name)
                    && !Boolean.FALSE.equals(block.members().get(name))) {
                throw refused(
                        name.equals("exec")
                                ? "it gets its credentials by running a program (exec), and no program is run here: give a"
                                        + " token or a client certificate, or run in the cluster as a service account"
                                : "it says " + name + ", which is not done here");
            }
        }
    }

    private static Json parse(String text) {
        try {
            var settings = LoadSettings.builder().setCodePointLimit(1_000_000).build();
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
                var members = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> {
                    if (value != null) {
                        members.put(String.valueOf(key), value);
                    }
                });
                return new Json(members);
            }
            throw refused("it is no map");
        } catch (YamlEngineException _) {
            // Its message quotes the text around the fault, which may be a key.
            throw refused("it is no YAML");
        }
    }

    private static PortException refused(String why) {
        return new PortException(new Fault(Fault.Kind.REJECTED, "the kubeconfig cannot be used: " + why));
    }
}
