package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A tool whose scripts are known by their names.
 *
 * @param path of a script; its last group is the description
 * @param id what the ledger knows it by
 * @param numbered ordered by the number in the first group, else by path
 * @param sums which checksums the ledger holds
 * @param up the mark before the way there, where a file holds the way back as well; else empty
 * @param down the mark before the way back
 */
record Named(Pattern path, Function<MatchResult, String> id, boolean numbered, Sums sums, String up, String down)
        implements Tool {
    enum Sums {
        NONE,
        PRISMA,
        ANY
    }

    static Named byName(String path, Function<MatchResult, String> id) {
        return new Named(Pattern.compile(path), id, false, Sums.NONE, "", "");
    }

    static Named byNumber(String path, Function<MatchResult, String> id) {
        return new Named(Pattern.compile(path), id, true, Sums.NONE, "", "");
    }

    Named with(Sums other) {
        return new Named(path, id, numbered, other, up, down);
    }

    Named between(String first, String second) {
        return new Named(path, id, numbered, sums, first, second);
    }

    /** The first group as the number that a ledger keeps: without noughts before it. */
    static String number(MatchResult match) {
        return new BigInteger(match.group(1)).toString();
    }

    @Override
    public boolean wants(String candidate) {
        return path.matcher(candidate).matches();
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        var ordered = new ArrayList<>(files);
        if (numbered) {
            ordered.sort(Comparator.comparing(
                            (Found file) -> new BigInteger(match(file).group(1)))
                    .thenComparing(Found::path));
        }
        var drafts = new ArrayList<Draft>();
        for (var file : ordered) {
            var match = match(file);
            var description = match.group(match.groupCount());
            var checksums = switch (sums) {
                case NONE -> List.<Checksum>of();
                case PRISMA -> Checksums.prisma(file);
                case ANY -> Checksums.numbered(file);
            };
            drafts.add(Draft.once(
                    id.apply(match),
                    description == null ? "" : description.replace('_', ' '),
                    file.path(),
                    checksums,
                    judge.judge(file, up, down)));
        }
        return drafts;
    }

    private MatchResult match(Found file) {
        var matcher = path.matcher(file.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.path());
        }
        return matcher.toMatchResult();
    }
}
