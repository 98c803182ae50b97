package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** The published versions of a Lambda function. */
record LambdaVersions(AwsClients aws, String function) {
    /** "Lambda returns up to 50 versions per call": ten thousand versions. */
    private static final int PAGES = 200;

    private static final int NEWEST = 100;
    private static final String LATEST = "$LATEST";

    /** {@code 2026-11-21T08:00:00.000+0000}, "in ISO-8601 format": so with a Z as well. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    /** The newest first. The list of AWS begins with the oldest, so that all of it has to be read. */
    List<Standing.Available> all(Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Standing.Available>();
        Optional<String> marker = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            var from = marker;
            var answer = AwsCall.ask(
                    deadline,
                    limits -> aws.lambda()
                            .listVersionsByFunction(request -> request.functionName(function)
                                    .marker(from.orElse(null))
                                    .overrideConfiguration(limits)));
            answer.versions().stream()
                    .filter(version -> !version.version().equals(LATEST))
                    .forEach(version -> all.add(available(version)));
            marker = Optional.ofNullable(answer.nextMarker()).filter(next -> !next.isEmpty());
            if (marker.isEmpty()) {
                return all.reversed().stream().limit(NEWEST).toList();
            }
        }
        throw new PortException(
                new Fault(Fault.Kind.REJECTED, function + " has more than " + PAGES + " pages of versions"));
    }

    GetFunctionConfigurationResponse configuration(String version, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .getFunctionConfiguration(request -> request.functionName(function)
                                .qualifier(version)
                                .overrideConfiguration(limits)));
    }

    /** What {@code alias} points to, as far as it can be asked by that name: LocalStack 4.14 knows none but versions here. */
    Optional<GetFunctionConfigurationResponse> configurationAhead(String alias, Deadline deadline)
            throws InterruptedException {
        try {
            return Optional.of(configuration(alias, deadline));
        } catch (PortException refused) {
            if (refused.fault().kind() != Fault.Kind.NOT_FOUND) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private static Standing.Available available(FunctionConfiguration version) {
        return new Standing.Available(
                new Revision(version.version()),
                instant(version.lastModified()),
                Optional.empty(),
                Stream.of(version.description(), version.codeSha256())
                        .filter(words -> words != null && !words.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** {@code all}, and {@code $LATEST} where the alias points there. */
    static List<Standing.Available> withLatest(Revision main, List<Standing.Available> all) {
        if (!main.name().equals(LATEST)) {
            return all;
        }
        var unfit = Optional.of("what " + LATEST + " means changes with each update");
        return Stream.concat(Stream.of(new Standing.Available(main, Optional.empty(), unfit, "")), all.stream())
                .limit(NEWEST)
                .toList();
    }

    /** Who serves how much; a weight below one percent counts as one. */
    static Map<Revision, Integer> shares(GetAliasResponse alias) {
        var shares = new LinkedHashMap<Revision, Integer>();
        var left = 100;
        if (alias.routingConfig() != null) {
            for (var weight : alias.routingConfig().additionalVersionWeights().entrySet()) {
                var share = Math.clamp(Math.round(weight.getValue() * 100), 0, left);
                share = weight.getValue() > 0 ? Math.max(1, share) : 0;
                if (share > 0) {
                    shares.put(new Revision(weight.getKey()), share);
                    left -= share;
                }
            }
        }
        if (left > 0) {
            shares.merge(new Revision(alias.functionVersion()), left, Integer::sum);
        }
        return shares;
    }

    /**
     * When what serves most began to. An alias does not tell when it was changed: it is when our own rollback brought that revision
     * back, else when it was published, before which it cannot have served.
     */
    static Optional<Instant> since(Map<Revision, Integer> shares, List<Standing.Available> all, Memory memory) {
        var most = shares.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return memory.journal()
                .filter(journal -> most.filter(journal.to()::equals).isPresent())
                .filter(journal -> journal.state() != Journal.State.PLANNED)
                .map(Journal::begun)
                .or(() -> all.stream()
                        .filter(each -> most.filter(each.revision()::equals).isPresent())
                        .findFirst()
                        .flatMap(Standing.Available::created));
    }

    /** As "Lambda function states" of the Developer Guide has it. */
    static Standing.Condition condition(GetFunctionConfigurationResponse version) {
        var what = "version " + version.version() + " is " + version.stateAsString();
        var why = Optional.ofNullable(version.stateReason())
                .filter(reason -> !reason.isEmpty())
                .map(reason -> ": " + reason)
                .orElse("");
        return switch (Optional.ofNullable(version.state()).orElse(State.ACTIVE)) {
            case FAILED, DEACTIVATED, DELETING, ACTIVE_NON_INVOCABLE -> new Standing.Condition.Broken(what + why);
            case PENDING, INACTIVE, DEACTIVATING -> new Standing.Condition.Moving(what + why);
            case ACTIVE, UNKNOWN_TO_SDK_VERSION -> new Standing.Condition.Settled();
        };
    }

    private static Optional<Instant> instant(String date) {
        return Optional.ofNullable(date)
                .map(said -> OffsetDateTime.parse(said, DATE).toInstant());
    }
}
