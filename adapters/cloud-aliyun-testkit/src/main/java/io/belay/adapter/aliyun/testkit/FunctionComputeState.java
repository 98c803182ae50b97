package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.TestingFunction.Alias;
import io.belay.adapter.aliyun.testkit.TestingFunction.Version;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Function Compute 3.0 in memory, and what its owner does to it besides. Thread-safe. */
public final class FunctionComputeState {
    static final String VERSION = "2023-03-30";

    /** The account that functions are of. */
    public static final String ACCOUNT = "1234567890123456";

    /** The region that they are in. */
    public static final String REGION = "cn-hangzhou";

    private final Map<String, TestingFunction> functions = new LinkedHashMap<>();
    private final Set<String> images = new HashSet<>();
    private final InstantSource clock;
    private final FunctionComputeApi api = new FunctionComputeApi(this);

    FunctionComputeState(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Reply answer(Received request) {
        return api.answer(request);
    }

    /** Creates a function whose code is in a package: such a one has no state. */
    public synchronized void create(String function) {
        functions.put(function, new TestingFunction(function, clock.instant()));
    }

    /** Creates a function of an image, which stands in the registry. */
    public synchronized void create(String function, String image) {
        create(function);
        images.add(image);
        var created = function(function);
        created.image = Optional.of(image);
        created.states.put("LATEST", "Active");
    }

    /**
     * What the function does with the event of an asynchronous task: answers it, or throws what it fails of. A task is running when
     * it is first asked for.
     */
    public synchronized void code(String function, UnaryOperator<String> code) {
        function(function).code = code;
    }

    /** Says of tasks that they succeeded and not what they answered, as to an account that has not asked for it. (GetAsyncTask.) */
    public synchronized void returnNoPayload(String function) {
        function(function).returnsPayload = false;
    }

    /** The function's asynchronous configuration has tasks off. */
    public synchronized void withoutTasks(String function) {
        function(function).withoutTasks = true;
    }

    /** Runs the function's image on another port. */
    public synchronized void port(String function, int port) {
        function(function).container.put("port", port);
    }

    /** The port that the function's image is run on; -1 where none was said. */
    public synchronized int port(String function) {
        return Integer.parseInt(
                function(function).container.getOrDefault("port", -1).toString());
    }

    /** The function's image is named by a tag, which is {@code digest}. */
    public synchronized void tagged(String function, String tag, String digest) {
        function(function).image = Optional.of(tag);
        function(function).digests.put(tag, digest);
        function(function).modified = clock.instant();
    }

    /** Another client puts the image in, and it is ready. */
    public synchronized void deployImage(String function, String image) {
        images.add(image);
        function(function).image = Optional.of(image);
        function(function).modified = clock.instant();
    }

    /** Puts {@code image} into the registry. */
    public synchronized void push(String image) {
        images.add(image);
    }

    /** Deletes {@code image} from the registry. */
    public synchronized void delete(String image) {
        images.remove(image);
    }

    boolean holds(String image) {
        return images.contains(image);
    }

    /** Publishes what the function is as its next version, and gives its id. */
    public synchronized String publish(String function, String description) {
        var published = function(function);
        var id = Long.toString(published.next++);
        published.versions.put(id, new Version(id, description, clock.instant()));
        published.changed = false;
        return id;
    }

    /** Changes the function's code, so that another version can be published. */
    public synchronized void change(String function) {
        function(function).changed = true;
        function(function).modified = clock.instant();
    }

    /** Deletes a version; aliases that point to it are left dangling. */
    public synchronized void deleteVersion(String function, String version) {
        function(function).versions.remove(version);
    }

    /** Sets what {@code GetFunction} says of {@code version} ({@code LATEST} for none): Active, Pending, Inactive, Failed. */
    public synchronized void state(String function, String version, String state) {
        function(function).states.put(version, state);
    }

    /** Updates of the function are in progress until {@code reads} answers told of it, the update's own as well. */
    public synchronized void settleAfter(String function, int reads) {
        function(function).settleReads = reads;
    }

    /** Creates the alias, or puts it elsewhere, as another client would. */
    public synchronized void alias(
            String function, String alias, String version, Map<String, Double> weights, String description) {
        var owner = function(function);
        var before = Optional.ofNullable(owner.aliases.get(alias));
        var created = before.map(Alias::created).orElse(clock.instant());
        owner.aliases.put(alias, new Alias(version, weights, description, created, clock.instant()));
    }

    /** What {@code GetFunction} says of the function besides, as the members of an object in JSON: its memory, its network. */
    public synchronized void described(String function, String json) {
        FunctionComputeApi.JSON
                .readTree(json)
                .properties()
                .forEach(each -> function(function).described.put(each.getKey(), each.getValue()));
    }

    /** A variable of the function's environment. */
    public synchronized void variable(String function, String key, String value) {
        function(function).environment.put(key, value);
    }

    /** What each of the function's aliases is described with, by its name. */
    public synchronized Map<String, String> descriptions(String function) {
        return function(function).aliases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().description()));
    }

    /** Deletes an alias, as somebody would. */
    public synchronized void deleteAlias(String function, String alias) {
        function(function).aliases.remove(alias);
    }

    /** The version that the alias points to. */
    public synchronized String version(String function, String alias) {
        return requireAlias(function, alias).versionId();
    }

    /** How much goes to others than that version. */
    public synchronized Map<String, Double> weights(String function, String alias) {
        return requireAlias(function, alias).weights();
    }

    /** What the alias is described with. */
    public synchronized String description(String function, String alias) {
        return requireAlias(function, alias).description();
    }

    /** The image of the function. */
    public synchronized Optional<String> image(String function) {
        return function(function).image;
    }

    /** The most instances the function may have; empty where nothing is reserved. */
    public synchronized Optional<Long> reserved(String function) {
        return function(function).reserved;
    }

    /** The events that it was to be called with later, in the order they came. */
    public synchronized List<String> invocations(String function) {
        return List.copyOf(function(function).invocations);
    }

    /** Reserves, as another client would. */
    public synchronized void reserve(String function, long instances) {
        function(function).reserved = Optional.of(instances);
    }

    /** Reserves nothing, as somebody would. */
    public synchronized void unreserve(String function) {
        function(function).reserved = Optional.empty();
    }

    InstantSource clock() {
        return clock;
    }

    Map<String, TestingFunction> functions() {
        return functions;
    }

    private TestingFunction function(String name) {
        return FunctionComputeApi.found(functions, name);
    }

    private Alias requireAlias(String function, String alias) {
        return FunctionComputeApi.alias(function(function), alias);
    }
}
