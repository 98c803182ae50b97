package io.belay.templates.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A page's table: what is done of each line of a checklist, and by what. */
record Coverage(Map<Integer, How> rows) {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (?:[^|\\\\]|\\\\.)+ \\| (.*) \\|");

    Coverage {
        rows = Map.copyOf(rows);
    }

    static Coverage of(String name) {
        try {
            return parse(Files.readString(Path.of("examples", name + ".md"), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Coverage parse(String page) {
        var rows = new TreeMap<Integer, How>();
        page.lines().filter(line -> line.matches("\\| \\d.*")).forEach(line -> {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                throw new AssertionError("no row: " + line);
            }
            if (rows.put(Integer.valueOf(row.group(1)), How.of(row.group(2))) != null) {
                throw new AssertionError("a second row of a line: " + line);
            }
        });
        return new Coverage(rows);
    }

    /** What is wrong with it, beside its checklist and its system file. */
    List<String> faults(Checklist checklist, Entries file) {
        var faults = new ArrayList<String>();
        var open = new TreeMap<>(rows);
        for (var item : checklist.items()) {
            var how = open.remove(item.line());
            switch (how) {
                case null -> faults.add("line " + item.line() + " has no row: " + item.text());
                case How.Automated(var entries) ->
                    entries.stream()
                            .filter(entry -> !file.has(entry))
                            .forEach(entry -> faults.add("line " + item.line() + " names no entry: " + entry));
                case How.Elsewhere(var _, var reason) -> {
                    if (reason.length() < 10) {
                        faults.add("line " + item.line() + " has no reason");
                    }
                }
                case How.Gap(var needs) -> {
                    if (!needs.startsWith("needs ")) {
                        faults.add("line " + item.line() + " does not say what it needs");
                    }
                }
            }
        }
        open.keySet().forEach(line -> faults.add("a row of line " + line + ", on which nothing is asked for"));
        return faults;
    }

    /** Of what a program could do, how much is done, in percent. */
    double share() {
        var done =
                rows.values().stream().filter(How.Automated.class::isInstance).count();
        var gaps = rows.values().stream().filter(How.Gap.class::isInstance).count();
        return 100.0 * done / (done + gaps);
    }
}
