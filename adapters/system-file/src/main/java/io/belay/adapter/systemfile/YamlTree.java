package io.belay.adapter.systemfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A text as a tree of nodes. Works on the parser's events, which come one at a time, so that a bomb is cut where it passes
 * a bound; anchors, aliases, merge keys and tags are refused, since a file that needs none is read the same by everybody.
 */
final class YamlTree {
    static final int MOST_NODES = 100_000;
    static final int DEEPEST = 64;

    private final Iterator<Event> events;
    private final Faults faults;
    private int nodes;

    private YamlTree(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /** The document in {@code text}; empty where there is none or it is no YAML. */
    static Optional<Node> of(String text, Faults faults) {
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(YamlText.MOST_BYTES)
                .build();
        try {
            return new YamlTree(new Parse(settings).parseString(text).iterator(), faults).document();
        } catch (TooMuch tooMuch) {
            faults.add(tooMuch.at, tooMuch.found, tooMuch.meant);
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark().or(broken::getContextMark);
            syntax(broken.getProblem(), mark.map(at -> end(at, text)).orElse(Place.START), faults);
        } catch (YamlEngineException broken) {
            syntax(String.valueOf(broken.getMessage()), Place.START, faults);
        }
        return Optional.empty();
    }

    // At the end of a file the parser's column is one too far.
    private static Place end(Mark mark, String text) {
        var index = Math.min(mark.getIndex(), text.codePointCount(0, text.length()));
        return YamlText.placeAt(text, text.offsetByCodePoints(0, index));
    }

    private static void syntax(String problem, Place at, Faults faults) {
        var meant = problem.contains("TAB")
                ? "spaces: YAML takes no tabs to indent"
                : "YAML 1.2; a text with : or # in it, or one of *&!%@{[ in front, needs quotes";
        // The parser's advice on indenting is given for every character that cannot begin a value.
        faults.add(at, "a slip in the YAML (" + problem.replaceFirst("\\. \\(Do not use .*", "") + ")", meant);
    }

    private Optional<Node> document() {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            faults.add(Place.START, "an empty file", "a system file: system, environment, and health or migrations");
            return Optional.empty();
        }
        var root = node(events.next(), Trail.top(), 0);
        events.next();
        var next = events.next();
        if (next.getEventId() == Event.ID.DocumentStart) {
            faults.add(place(next.getStartMark(), Trail.top()), "a second document", "one document in a file");
        }
        return Optional.of(root);
    }

    private Node node(Event event, Trail trail, int depth) {
        var at = place(event.getStartMark(), trail);
        if (++nodes > MOST_NODES) {
            throw new TooMuch(
                    at, "more than " + MOST_NODES + " values", "a smaller file: a system of its own for each");
        }
        if (depth > DEEPEST) {
            throw new TooMuch(at, "blocks more than " + DEEPEST + " deep", "a flatter file");
        }
        var before = faults.count();
        if (event instanceof AliasEvent alias) {
            faults.add(at, "the alias *" + alias.getAlias(), "the value written out: aliases are not read");
            return new Node.Refused(at);
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
            faults.add(at, "the anchor &" + anchored.getAnchor().get(), "no anchor: they are not read");
        }
        tag(event)
                .ifPresent(tag -> faults.add(
                        at,
                        "the tag " + Words.quoted(tag.replace("tag:yaml.org,2002:", "!!")),
                        "no tag: what a value is follows from its key"));
        var mayBeUsed = faults.count() == before;
        var node = switch (event.getEventId()) {
            case SequenceStart -> row(at, depth);
            case MappingStart -> block(at, depth);
            default -> new Node.Scalar(at, ((ScalarEvent) event).getValue(), ((ScalarEvent) event).isPlain());
        };
        return mayBeUsed ? node : new Node.Refused(at);
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case CollectionStartEvent start -> start.getTag();
            case ScalarEvent scalar -> scalar.getTag();
            default -> Optional.empty();
        };
    }

    private Node row(Place at, int depth) {
        var items = new ArrayList<Node>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, at.trail().item(items.size()), depth + 1));
        }
        return new Node.Row(at, List.copyOf(items));
    }

    private Node block(Place at, int depth) {
        var entries = new ArrayList<Node.Entry>();
        var seen = new HashMap<String, Place>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, at.trail(), depth + 1);
            var name = key instanceof Node.Scalar scalar ? scalar.text() : "?";
            var value = node(events.next(), at.trail().key(name), depth + 1);
            if (isUsable(key, name, seen)) {
                var keyAt =
                        new Place(key.at().line(), key.at().column(), value.at().trail());
                entries.add(new Node.Entry(name, keyAt, value));
            }
            seen.putIfAbsent(name, key.at());
        }
        return new Node.Block(at, List.copyOf(entries));
    }

    private boolean isUsable(Node key, String name, Map<String, Place> seen) {
        if (!(key instanceof Node.Scalar scalar)) {
            faults.mistaken(key, "a key that is a text; a value that begins with {{ or [ needs quotes");
            return false;
        }
        var at = new Place(key.at().line(), key.at().column(), key.at().trail().key(name));
        if (scalar.plain() && (name.isEmpty() || name.equals("<<"))) {
            faults.add(at, name.isEmpty() ? "a value without a key" : "the merge key <<", "keys that are written out");
            return false;
        }
        var first = seen.get(name);
        if (first != null) {
            faults.add(at, "this key a second time", "each key once; it stands in line " + first.line() + " already");
        }
        return first == null;
    }

    private static Place place(Optional<Mark> mark, Trail trail) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1, trail))
                .orElse(new Place(1, 1, trail));
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Place at;
        private final String found;
        private final String meant;

        TooMuch(Place at, String found, String meant) {
            super(found, null, false, false);
            this.at = at;
            this.found = found;
            this.meant = meant;
        }
    }
}
