package io.belay.adapter.aliyun.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One function as it is kept; only ever touched under the lock of {@link FunctionComputeState}. */
final class TestingFunction {
    final String name;
    final Map<String, String> environment = new LinkedHashMap<>();
    final Map<String, Alias> aliases = new LinkedHashMap<>();
    final TreeMap<String, Version> versions = new TreeMap<>(Comparator.comparingLong(Long::parseLong));
    final Map<String, String> states = new LinkedHashMap<>();
    Instant modified;
    Optional<String> image = Optional.empty();
    final Map<String, String> digests = new LinkedHashMap<>();
    final Map<String, Object> described = new LinkedHashMap<>();
    final Map<String, Object> container = new LinkedHashMap<>();
    final List<String> invocations = new ArrayList<>();
    final Map<String, Task> tasks = new LinkedHashMap<>();
    boolean withoutTasks;
    UnaryOperator<String> code = event -> event;
    Optional<Long> reserved = Optional.empty();
    String lastUpdateStatus = "Successful";
    String lastUpdateReason = "";
    int settleReads = 1;
    int readsUntilSettled;
    boolean changed = true;
    boolean returnsPayload = true;
    long next = 1;

    /** A version that was published. */
    record Version(String id, String description, Instant created) {}

    /** An asynchronous task: what it was begun with, and whether anybody has asked after it. */
    static final class Task {
        final String event;
        boolean asked;

        Task(String event) {
            this.event = event;
        }
    }

    /** An alias. */
    record Alias(String versionId, Map<String, Double> weights, String description, Instant created, Instant modified) {
        Alias {
            weights = Map.copyOf(weights);
        }
    }

    TestingFunction(String name, Instant modified) {
        this.name = name;
        this.modified = modified;
    }

    boolean knows(String version) {
        return version.equals("LATEST") || versions.containsKey(version);
    }
}
