package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The systems that one bundle looks after, each under its name: its file's, without the ending. Each is opened when it is first
 * asked for, and again where that failed: what is wrong with one file keeps nobody from the others. Safe for use by many threads.
 */
public final class Fleet {
    /** What lists them, at a door. */
    public static final String SYSTEMS = "systems";

    /** How many files a folder may hold. Whoever has more has more than one bundle. */
    static final int MOST = 1_000;

    private final SortedMap<String, Member> members;

    /**
     * Those of {@code openers}, one or more, by name.
     */
    public Fleet(Map<String, Supplier<Opening>> openers) {
        var named = new TreeMap<String, Member>();
        openers.forEach((name, opener) -> named.put(name, new Member(opener)));
        members = Collections.unmodifiableSortedMap(named);
    }

    /** One system, which is open. */
    public static Fleet alone(Bundle bundle) {
        requireNonNull(bundle, "bundle");
        return new Fleet(Map.of(bundle.system().name(), () -> new Opening.Opened(bundle)));
    }

    /** Their names, sorted; at least one. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Whether a caller has to say which is meant. */
    public boolean several() {
        return members.size() > 1;
    }

    /**
     * The system {@code name}, or what is wrong with its file.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Opening opening(String name) {
        var member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no system of that name; there are " + names());
        }
        return member.opening();
    }

    /** {@code text} without any secret of those that are open. */
    public String redact(String text) {
        var clean = text;
        for (var member : members.values()) {
            clean = member.redact(clean);
        }
        return clean;
    }

    /** What the file or folder that is to be looked after came to. */
    public sealed interface Listing {
        /** Systems, one or more. */
        record Listed(Fleet fleet) implements Listing {
            public Listed {
                requireNonNull(fleet, "fleet");
            }
        }

        /**
         * Nothing that could be opened.
         *
         * @param why every fault, each in a line of its own, without secrets
         */
        record Refused(String why) implements Listing {
            public Refused {
                requireNonNull(why, "why");
            }
        }
    }

    /** One of them, opened at most once. */
    private static final class Member {
        private final Supplier<Opening> opener;
        private volatile Opening last = new Opening.Refused("not opened yet");

        Member(Supplier<Opening> opener) {
            this.opener = opener;
        }

        Opening opening() {
            return last instanceof Opening.Opened open ? open : opened();
        }

        private synchronized Opening opened() {
            if (last instanceof Opening.Refused) {
                last = opener.get();
            }
            return last;
        }

        String redact(String text) {
            return last instanceof Opening.Opened(var bundle)
                    ? bundle.system().redactor().redact(text)
                    : text;
        }
    }
}
