package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Checksum;
import io.belay.core.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a script is the one that was applied, as far as its tool can tell. */
final class Sums {
    /** Liquibase counts the ways in which it made them: {@code 9:d41d8c...}. Two of different ways say nothing. */
    private static final Pattern WAY = Pattern.compile("(\\d+):.*", Pattern.DOTALL);

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");

    /** Flyway cuts what is longer: {@code AbbreviationUtils.java}. */
    private static final int LONGEST_DESCRIPTION = 197;

    private Sums() {}

    /** Whether there is anything to hold one against the other by. */
    static boolean comparable(Tool tool, LedgerEntry entry, Script script) {
        return !alike(tool, entry, script).isEmpty();
    }

    /** Whether the table is one's own, and its checksum can have been made by no rule that is known. */
    static boolean strange(Tool tool, LedgerEntry entry, Script script) {
        return tool.own()
                && !recorded(entry).isEmpty()
                && !script.checksums().isEmpty()
                && !comparable(tool, entry, script);
    }

    /** In what they differ: what the ledger holds, then what is shipped. */
    static Optional<List<String>> differ(Tool tool, LedgerEntry entry, Script script) {
        var sums = alike(tool, entry, script);
        if (!sums.isEmpty() && sums.stream().noneMatch(sum -> same(tool, bare(sum.value()), recorded(entry)))) {
            return Optional.of(List.of(
                    "checksum " + recorded(entry), "checksum " + sums.getFirst().value()));
        }
        if (tool.name().equals("flyway") && !sameWords(entry, script)) {
            return Optional.of(List.of("named " + entry.description(), "named " + script.description()));
        }
        return Optional.empty();
    }

    private static List<Checksum> alike(Tool tool, LedgerEntry entry, Script script) {
        var recorded = recorded(entry);
        return recorded.isEmpty()
                ? List.of()
                : script.checksums().stream()
                        .filter(sum -> way(sum.value()).equals(way(recorded)))
                        .filter(sum -> !tool.own() || sameForm(sum.value(), recorded))
                        .toList();
    }

    /** Whose rule is nowhere written down, of that only its look is known. */
    private static boolean sameForm(String sum, String recorded) {
        return sum.length() == recorded.length()
                && HEXADECIMAL.matcher(recorded).matches();
    }

    private static boolean same(Tool tool, String sum, String recorded) {
        return tool.own() ? sum.equalsIgnoreCase(recorded) : sum.equals(recorded);
    }

    private static String recorded(LedgerEntry entry) {
        return entry.checksum().map(Sums::bare).orElse("");
    }

    /** Atlas writes its way before the sum in one place and not in another. */
    private static String bare(String sum) {
        return sum.startsWith("h1:") ? sum.substring(3) : sum;
    }

    private static String way(String sum) {
        var match = WAY.matcher(sum);
        return match.matches() ? match.group(1) : "";
    }

    /** Flyway takes another description for another migration of the same version. */
    private static boolean sameWords(LedgerEntry entry, Script script) {
        var was = entry.description();
        var is = script.description();
        return was.isEmpty() || is.isEmpty() || was.equals(is) || is.length() > LONGEST_DESCRIPTION;
    }
}
