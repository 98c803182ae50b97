package io.belay.adapter.scripts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * TypeORM's migrations: typeorm/typeorm, {@code src/migration/MigrationExecutor.ts}. The ledger holds the {@code name} that
 * a class gives itself, else the class's name; its last thirteen digits are the order. A file without such a class goes by
 * its own name, as {@code src/commands/MigrationCreateCommand.ts} makes one of the other.
 */
final class Typeorm implements Tool {
    private static final int DIGITS = 13;
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(\\d{13})-([^/]*?)\\.[cm]?[jt]s");
    private static final Pattern OWN =
            Pattern.compile("(?m)^\\h*(?:public\\h+|readonly\\h+|this\\.)*name\\h*=\\h*['\"`]([^'\"`\n]{1,200})['\"`]");
    private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w{1,200}\\d{13})\\b");
    private static final Pattern WORD_START = Pattern.compile("(?:^|[\\s_-])(\\w)");

    @Override
    public boolean wants(String path) {
        return NAME.matcher(path).matches() && !path.endsWith(".d.ts");
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        return files.stream()
                .map(file -> draft(file, judge))
                .sorted(Comparator.comparing((Draft draft) ->
                                draft.id().substring(Math.max(0, draft.id().length() - DIGITS)))
                        .thenComparing(Draft::file))
                .toList();
    }

    private static Draft draft(Found file, FileJudge judge) {
        var matcher = NAME.matcher(file.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.path());
        }
        var text = file.text().orElse("");
        var own = OWN.matcher(text);
        var named = CLASS.matcher(text);
        var id = own.find()
                ? own.group(1)
                : named.find() ? named.group(1) : camelCase(matcher.group(2)) + matcher.group(1);
        return Draft.once(id, matcher.group(2).replace('-', ' '), file.path(), List.of(), judge.judge(file));
    }

    private static String camelCase(String name) {
        return WORD_START.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }
}
