package io.belay.core.alarm;

import java.util.List;
import java.util.Locale;

/**
 * What is worth watching, in no cloud's words. Each store knows which of its metrics tells it, and says where none does.
 * Thresholds on it are in its unit.
 */
public enum Signal {
    /** Invocations of {@code function} that failed. */
    FUNCTION_ERRORS(Unit.COUNT, "function"),
    /** Of all invocations of {@code function}, those that failed. */
    FUNCTION_ERROR_RATE(Unit.PERCENT, "function"),
    /** How long an invocation of {@code function} takes. */
    FUNCTION_DURATION(Unit.SECONDS, "function"),
    /** What {@code function} uses of its memory. */
    FUNCTION_MEMORY(Unit.PERCENT, "function"),
    /** What {@code function} uses of the instances it may have at once. */
    FUNCTION_CONCURRENCY(Unit.PERCENT, "function"),
    /** Invocations of {@code function} that were turned away. */
    FUNCTION_THROTTLES(Unit.COUNT, "function"),
    /** What waits in {@code queue}. */
    QUEUE_DEPTH(Unit.COUNT, "queue"),
    /** How long the oldest has waited in {@code queue}. */
    QUEUE_AGE(Unit.SECONDS, "queue"),
    /** Reads and writes of {@code table} that were turned away. */
    TABLE_THROTTLES(Unit.COUNT, "table"),
    /** What {@code table} failed to do by its own fault. */
    TABLE_ERRORS(Unit.COUNT, "table"),
    /** Of all answers through {@code balancer}, those of status 500 and above. */
    BALANCER_ERROR_RATE(Unit.PERCENT, "balancer"),
    /** How long what stands behind {@code balancer} takes to answer. */
    BALANCER_LATENCY(Unit.SECONDS, "balancer"),
    /** Hosts of {@code targets} behind {@code balancer} that are not well. */
    BALANCER_SICK_HOSTS(Unit.COUNT, "balancer targets"),
    /** What {@code service} of {@code cluster} uses of its processors. */
    SERVICE_CPU(Unit.PERCENT, "cluster service"),
    /** What {@code service} of {@code cluster} uses of its memory. */
    SERVICE_MEMORY(Unit.PERCENT, "cluster service"),
    /** Tasks of {@code service} of {@code cluster} that run. */
    SERVICE_RUNNING(Unit.COUNT, "cluster service"),
    /** What {@code database} uses of its processors. */
    DATABASE_CPU(Unit.PERCENT, "database"),
    /** What {@code database} uses of the connections it may have. */
    DATABASE_CONNECTIONS(Unit.PERCENT, "database"),
    /** What is left of the storage of {@code database}. */
    DATABASE_FREE_STORAGE(Unit.BYTES, "database"),
    /** How long {@code database} takes to read. */
    DATABASE_READ_LATENCY(Unit.SECONDS, "database"),
    /** What {@code cache} uses of its memory. */
    CACHE_MEMORY(Unit.PERCENT, "cache"),
    /** Of all looks into {@code cache}, those that found something. */
    CACHE_HIT_RATE(Unit.PERCENT, "cache"),
    /** Whether {@code job}, scraped by Prometheus, is there: 1 or 0. */
    JOB_UP(Unit.COUNT, "job"),
    /** Of all requests to {@code job}, those that failed. */
    JOB_ERROR_RATE(Unit.PERCENT, "job"),
    /** How long {@code job} takes to answer. */
    JOB_LATENCY(Unit.SECONDS, "job"),
    /** What {@code job} uses of its memory. */
    JOB_MEMORY(Unit.PERCENT, "job"),
    /** What {@code job} uses of its processors. */
    JOB_CPU(Unit.PERCENT, "job");

    private final Unit unit;
    private final String subject;

    Signal(Unit unit, String subject) {
        this.unit = unit;
        this.subject = subject;
    }

    /** In what it is counted. */
    public Unit unit() {
        return unit;
    }

    /** What has to be named for it to be told. */
    public List<String> subject() {
        return List.of(subject.split(" ", -1));
    }

    /** As the system file writes it: {@code function-error-rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a value is a number of. */
    public enum Unit {
        /** A number of things. */
        COUNT,
        /** 0 to 100. */
        PERCENT,
        /** Seconds. */
        SECONDS,
        /** Bytes. */
        BYTES
    }
}
