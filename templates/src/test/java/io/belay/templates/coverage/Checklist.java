package io.belay.templates.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a checklist asks for: every point of every list, every command, and every heading that promises a time. */
record Checklist(List<Item> items) {
    /** Of which fenced blocks the lines are commands; others show what is to be seen. */
    private static final Set<String> COMMANDS = Set.of("bash", "sql");

    private static final Pattern POINT = Pattern.compile("^(\\s*- |\\d+\\. ).*");
    private static final Pattern PROMISE = Pattern.compile("^(#{2,4} |\\*\\*).*\\((< ?)?\\d+ (minutes?|hours?)\\).*");

    /** One thing that is asked for, on a line of the checklist. */
    record Item(int line, String text) {}

    Checklist {
        items = List.copyOf(items);
    }

    static Checklist of(String name) {
        try {
            return parse(Files.readAllLines(Path.of("src/test/resources/checklists", name + ".txt"), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Checklist parse(List<String> lines) {
        var items = new ArrayList<Item>();
        var fence = Optional.<String>empty();
        var command = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.strip().startsWith("```")) {
                fence = fence.isPresent()
                        ? Optional.empty()
                        : Optional.of(line.strip().substring(3));
                command.setLength(0);
            } else if (fence.isPresent()) {
                if (COMMANDS.contains(fence.get()) && begins(command, line)) {
                    items.add(new Item(at + 1, line.strip()));
                }
                goOn(command, line, fence.get());
            } else if (POINT.matcher(line).matches() || PROMISE.matcher(line).matches()) {
                items.add(new Item(at + 1, line.strip()));
            }
        }
        return new Checklist(items);
    }

    private static boolean begins(StringBuilder command, String line) {
        return command.isEmpty() && !line.isBlank() && !line.strip().matches("(#|--).*");
    }

    /** A command goes on behind a backslash, a pipe, an open quote, and in SQL until its semicolon. */
    private static void goOn(StringBuilder command, String line, String fence) {
        if (command.isEmpty() && !begins(command, line)) {
            return;
        }
        command.append(line.stripTrailing()).append('\n');
        var whole = command.toString().strip();
        var open = fence.equals("sql")
                ? !whole.endsWith(";")
                : whole.endsWith("\\")
                        || whole.endsWith("|")
                        || whole.chars().filter(each -> each == '\'').count() % 2 == 1;
        if (!open) {
            command.setLength(0);
        }
    }
}
