package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Atlas' own format: ariga/atlas, {@code sql/migrate/dir.go}. An {@code atlas.sum} beside the scripts must fit them. A
 * checkpoint is left out: only a new database begins with it.
 */
final class Atlas implements Tool {
    private static final Pattern NAME = Pattern.compile("([^/_]*)(?:_([^/]*))?\\.sql");

    /** Among the comments that the file begins with. */
    private static final Pattern CHECKPOINT =
            Pattern.compile("\\A(?:\\h*(?:--|#)[^\n]*\n)*?[ -~]*atlas:checkpoint(?= |\r?\n|\\z)");

    @Override
    public boolean wants(String path) {
        return path.equals(AtlasSum.FILE) || NAME.matcher(path).matches();
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        var scripts = files.stream()
                .filter(file -> !file.path().equals(AtlasSum.FILE))
                .toList();
        var sum = AtlasSum.of(scripts);
        files.stream().filter(file -> file.path().equals(AtlasSum.FILE)).forEach(sum::fits);
        return scripts.stream()
                .filter(file -> file.text()
                        .filter(text -> CHECKPOINT.matcher(text).find())
                        .isEmpty())
                .map(file -> draft(file, sum, judge))
                .toList();
    }

    private static Draft draft(Found file, AtlasSum sum, FileJudge judge) {
        var matcher = NAME.matcher(file.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.path());
        }
        var description = matcher.group(2) == null ? "" : matcher.group(2).replace('_', ' ');
        var checksums = sum.of(file).map(hash -> new Checksum("atlas h1", hash)).stream()
                .toList();
        return Draft.once(matcher.group(1), description, file.path(), checksums, judge.judge(file));
    }
}
