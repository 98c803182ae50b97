package io.belay.adapter.kubernetes.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What there is to be asked for, and who may: the Deployment and its ReplicaSets, and objects that are held. */
final class Resources {
    /** "Resource URIs": group, namespace where there is one, resource, and the name of one of them. */
    private static final Pattern PATH =
            Pattern.compile("/(?:api|apis/([^/]+))/v\\d\\w*(?:/namespaces/([^/]+))?/([a-z]+)(?:/([^/]+))?");

    private final ClusterState state;
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private volatile int page = Integer.MAX_VALUE;

    Resources(ClusterState state) {
        this.state = state;
    }

    void forbid(String verb, String resource) {
        forbidden.add(verb + " " + resource);
    }

    void page(int most) {
        page = most;
    }

    Object answer(HttpExchange exchange, String body, String user) {
        var path = exchange.getRequestURI().getPath();
        var match = PATH.matcher(path);
        if (!match.matches()) {
            throw new Refused(404, "NotFound", "the server could not find the requested resource");
        }
        var group = Optional.ofNullable(match.group(1)).orElse("");
        var namespace = Optional.ofNullable(match.group(2));
        var resource = match.group(3);
        var name = Optional.ofNullable(match.group(4)).orElse("");
        var verb = name.isEmpty() ? "list" : exchange.getRequestMethod().toLowerCase(Locale.ROOT);
        if (forbidden.contains(verb + " " + resource)) {
            throw Refused.forbidden(user, verb, resource, group, name, namespace);
        }
        return switch (verb + " " + resource) {
            case "get deployments" -> state.deployment(namespace.orElse(""), name);
            case "list replicasets" -> list(ApiWire.query(exchange));
            case "patch deployments" -> state.patch(namespace.orElse(""), name, ApiWire.patch(exchange, body));
            default -> held(verb, path, group.isEmpty() ? resource : resource + "." + group, name);
        };
    }

    private Object held(String verb, String path, String resource, String name) {
        if (!verb.equals("get")) {
            throw new Refused(405, "MethodNotAllowed", "the server does not allow this method");
        }
        return state.held().get(path).orElseThrow(() -> Refused.missing(resource, name));
    }

    /** "Retrieving large results sets in chunks". */
    private Object list(Map<String, String> query) {
        var all = state.list(query.getOrDefault("labelSelector", ""));
        var from = Integer.parseInt(query.getOrDefault("continue", "0"));
        var most = Math.min(page, Integer.parseInt(query.getOrDefault("limit", Integer.toString(Integer.MAX_VALUE))));
        var to = (int) Math.min(all.size(), (long) from + most);
        var metadata = new LinkedHashMap<String, Object>();
        if (to < all.size()) {
            metadata.put("continue", Integer.toString(to));
        }
        return Map.of("kind", "ReplicaSetList", "metadata", metadata, "items", all.subList(Math.min(from, to), to));
    }
}
