package io.belay.rollback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.release.MemoryText;
import io.belay.core.release.Room;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that two instances come to by themselves when they see the same. */
final class Ids {
    private static final Room ROOM = new Room(1_000_000, 1, 10_000_000);

    private Ids() {}

    /**
     * The rollback of these bad revisions. What was rolled back, cleared by a person, deployed again and is bad again makes
     * another: when each target was last rolled back is part of it.
     */
    static String rollback(List<Seen> seen, List<Move> moves) {
        var parts = moves.stream().flatMap(move -> {
            var last = seen.stream()
                    .filter(each -> each.step().equals(move.step()))
                    .flatMap(each -> each.rollbacks().stream())
                    .max(Comparator.naturalOrder());
            return Stream.of(
                    move.step().target().target().address(),
                    move.from().name(),
                    last.map(Instant::toString).orElse(""));
        });
        return "r-" + digest(parts).substring(0, 12);
    }

    /** The plan: where everything stands, what is remembered there, and what would be done. */
    static String plan(List<Seen> seen, List<Move> moves) {
        var standings = seen.stream()
                .flatMap(each -> Stream.of(
                        each.step().target().target().address(),
                        new TreeMap<>(each.standing().serving().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                one -> one.getKey().name(), one -> one.getValue())))
                                .toString(),
                        MemoryText.write(each.memory(), ROOM).toString()));
        var decision = moves.stream().map(Move::shown);
        return "p-" + digest(Stream.concat(standings, decision)).substring(0, 16);
    }

    private static String digest(Stream<String> parts) {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> {
                sum.update(part.getBytes(UTF_8));
                sum.update((byte) 0);
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new LinkageError("SHA-256", everyPlatformHasIt);
        }
    }
}
