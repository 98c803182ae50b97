package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import io.belay.core.script.Script.Role;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Flyway's <a href="https://documentation.red-gate.com/fd/migrations-271585107.html">names</a> with its usual prefixes and
 * separator. The ledger knows a repeatable one by its description, cut as flyway/flyway's {@code AbbreviationUtils} does.
 * Baseline scripts (B) are left out: no database that is in use runs them.
 */
final class Flyway implements Tool {
    private static final Pattern NAME =
            Pattern.compile("(?:.*/)?(?:([VU])(\\d+(?:[._]\\d+)*)|R)(?:__([^/]*))?\\.(sql|java|class)");

    private static final int LONGEST = 200;

    private static final Comparator<Draft> ORDER = Comparator.comparing(Draft::role)
            .thenComparing((one, other) ->
                    one.role() == Role.REPEATABLE ? one.id().compareTo(other.id()) : versions(one.id(), other.id()))
            .thenComparing(Draft::file);

    @Override
    public boolean wants(String path) {
        return NAME.matcher(path).matches();
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        return files.stream().map(file -> draft(file, judge)).sorted(ORDER).toList();
    }

    private static Draft draft(Found file, FileJudge judge) {
        var matcher = NAME.matcher(file.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.path());
        }
        var role = role(matcher);
        var description = matcher.group(3) == null ? "" : cut(matcher.group(3).replace('_', ' '));
        var id = role == Role.REPEATABLE ? description : matcher.group(2).replace('_', '.');
        return new Draft(id, description, file.path(), role, List.of(), checksums(file, role), judge.judge(file));
    }

    private static String cut(String description) {
        return description.length() <= LONGEST ? description : description.substring(0, LONGEST - 3) + "...";
    }

    private static Role role(MatchResult match) {
        if (match.group(1) == null) {
            return Role.REPEATABLE;
        }
        return match.group(1).equals("U") ? Role.UNDO : Role.ONCE;
    }

    /** In a repeatable script the tool replaces placeholders first, and we do not know their values. */
    private static List<Checksum> checksums(Found file, Role role) {
        return file.text()
                .filter(text -> file.path().endsWith(".sql"))
                .filter(text -> role != Role.REPEATABLE || !text.contains("${"))
                .map(text -> List.of(Checksums.flyway(text)))
                .orElse(List.of());
    }

    /** Number by number; what is not there is nought. */
    static int versions(String one, String other) {
        var first = numbers(one);
        var second = numbers(other);
        for (var i = 0; i < Math.max(first.size(), second.size()); i++) {
            var a = i < first.size() ? first.get(i) : BigInteger.ZERO;
            var b = i < second.size() ? second.get(i) : BigInteger.ZERO;
            if (!a.equals(b)) {
                return a.compareTo(b);
            }
        }
        return 0;
    }

    private static List<BigInteger> numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).map(BigInteger::new).toList();
    }
}
