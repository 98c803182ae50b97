package io.belay.core.round;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Redactor;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run over all subjects, each on a virtual thread of its own. It ends when all have, or at the deadline: it then calls
 * off the others and does not wait for them, since one that ignores that would hold the report back. Secrets are out of all
 * that it returns, and no text in it is endless.
 *
 * @param redactor knows the system's secrets
 * @param progress is told of each finding as it comes
 */
public record Round(List<Subject> subjects, Redactor redactor, Progress progress, Deadline deadline) {
    /** How much of one text a report shows, in characters. */
    private static final int LONGEST = 2_000;

    public Round {
        subjects = List.copyOf(subjects);
        requireNonNull(redactor, "redactor");
        requireNonNull(progress, "progress");
        requireNonNull(deadline, "deadline");
    }

    /**
     * Those of {@code all} that a caller wants, then what it asked for and nobody has.
     *
     * @param only their names; empty for all
     * @param unheard what is said of a name that nobody has
     */
    public static List<Subject> wanted(List<Subject> all, Set<String> only, String unheard) {
        if (only.isEmpty()) {
            return all;
        }
        var nobodys = only.stream()
                .filter(name -> all.stream().noneMatch(each -> each.name().equals(name)))
                .sorted()
                .map(name -> new UnheardOf(name, unheard));
        return Stream.concat(all.stream().filter(each -> only.contains(each.name())), nobodys)
                .toList();
    }

    /** What was found of each subject, in their order. Never waits beyond the deadline. */
    public List<Finding> run() {
        var found = new AtomicReferenceArray<Finding>(subjects.size());
        var open = new CountDownLatch(subjects.size());
        var given = deadline.remaining();
        var calledOff = false;
        // Not try-with-resources: close() waits for every thread, and a hanging one would hold the report back.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            start(threads, found, open);
            var _ = open.await(given.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            calledOff = true;
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        var why = calledOff ? "the run was called off" : "not finished within the deadline of " + Spans.shown(given);
        return IntStream.range(0, subjects.size())
                .mapToObj(index -> {
                    var finding = found.get(index);
                    return finding == null ? unfinished(subjects.get(index), why, given) : finding;
                })
                .toList();
    }

    private void start(ExecutorService threads, AtomicReferenceArray<Finding> found, CountDownLatch open) {
        for (int i = 0; i < subjects.size(); i++) {
            var index = i;
            threads.execute(() -> {
                try {
                    var finding = Brief.of(find(subjects.get(index)).map(redactor::redact))
                            .map(Round::cut);
                    found.set(index, finding);
                    progress.finished(finding);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    open.countDown();
                }
            });
        }
    }

    /** A target may answer a megabyte. Cut once the secrets are out: half a secret would not be found any more. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /**
     * A bug met while asking one target costs that one finding. Were it to fail the run, a target that can provoke one
     * would blind the watch over all the others.
     */
    private static Finding find(Subject subject) throws InterruptedException {
        try {
            return subject.find();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError bug) {
            var frame = bug.getStackTrace().length == 0 ? "" : bug.getStackTrace()[0].toString();
            return new Finding(
                    subject.name(),
                    subject.kind(),
                    "",
                    Verdict.UNKNOWN,
                    "a fault in Belay itself: " + bug,
                    List.of(Evidence.noted("thrown at", frame)),
                    Duration.ZERO);
        }
    }

    private static Finding unfinished(Subject subject, String why, Duration given) {
        return new Finding(subject.name(), subject.kind(), "", Verdict.UNKNOWN, why, List.of(), given);
    }
}
