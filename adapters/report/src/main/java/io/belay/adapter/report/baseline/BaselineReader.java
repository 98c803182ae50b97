package io.belay.adapter.report.baseline;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.Enumeration;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Sequence;
import io.belay.core.schema.Table;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a baseline, strictly. */
final class BaselineReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Baseline.MOST)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private BaselineReader() {}

    static Picture read(Reader in) throws IOException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            var whole = Entry.read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        "line " + parser.currentTokenLocation().getLineNr() + ": meant the end of the file");
            }
            return picture(whole);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        } catch (StreamConstraintsException tooMuch) {
            // It has no place where the whole file is too long.
            throw new IllegalArgumentException("more than a baseline can be: " + tooMuch.getOriginalMessage(), tooMuch);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "line " + broken.getLocation().getLineNr() + ": not well-formed JSON: "
                            + broken.getOriginalMessage(),
                    broken);
        }
    }

    private static Picture picture(Entry json) {
        if (!json.text("belay").equals(Baseline.VERSION)) {
            throw json.wrong("belay", Baseline.VERSION);
        }
        json.only(Set.of("belay", "engine", "tables", "views", "sequences", "enumerations", "routines", "unseen"));
        return new Picture(
                json.text("engine"),
                named(json, "tables", BaselineReader::table, Table::name),
                named(json, "views", BaselineReader::view, View::name),
                named(json, "sequences", BaselineReader::sequence, Sequence::name),
                named(json, "enumerations", BaselineReader::enumeration, Enumeration::name),
                named(json, "routines", BaselineReader::routine, Routine::name),
                json.entries("unseen", BaselineReader::unseen));
    }

    /** Entries, of which no two bear the same name. */
    private static <T> List<T> named(Entry json, String key, Function<Entry, T> made, Function<T, String> name) {
        var all = json.entries(key, made);
        var names = new HashSet<String>();
        for (var each : all) {
            if (!names.add(name.apply(each))) {
                throw json.wrong(key, "each name once, found " + name.apply(each) + " twice");
            }
        }
        return all;
    }

    private static Table table(Entry json) {
        json.only(Set.of("name", "primaryKey", "columns", "indexes", "foreignKeys", "checks", "triggers"));
        return new Table(
                json.text("name"),
                named(json, "columns", BaselineReader::column, Column::name),
                json.texts("primaryKey"),
                named(json, "indexes", BaselineReader::index, Index::name),
                named(json, "foreignKeys", BaselineReader::foreignKey, ForeignKey::name),
                named(json, "checks", BaselineReader::check, CheckRule::name),
                named(json, "triggers", BaselineReader::trigger, Trigger::name));
    }

    private static Column column(Entry json) {
        json.only(Set.of("name", "type", "notNull", "default", "generated"));
        return new Column(
                json.text("name"),
                json.text("type"),
                !json.flag("notNull"),
                json.maybeText("default"),
                json.maybeText("generated"));
    }

    private static Index index(Entry json) {
        json.only(Set.of("name", "unique", "method", "parts", "where", "invalid"));
        return new Index(
                json.text("name"),
                json.flag("unique"),
                json.text("method"),
                json.texts("parts"),
                json.maybeText("where"),
                !json.flag("invalid"));
    }

    private static ForeignKey foreignKey(Entry json) {
        json.only(Set.of("name", "columns", "table", "referenced", "onDelete", "onUpdate", "invalid"));
        return new ForeignKey(
                json.text("name"),
                json.texts("columns"),
                json.text("table"),
                json.texts("referenced"),
                json.text("onDelete"),
                json.text("onUpdate"),
                !json.flag("invalid"));
    }

    private static CheckRule check(Entry json) {
        json.only(Set.of("name", "expression", "invalid"));
        return new CheckRule(json.text("name"), json.text("expression"), !json.flag("invalid"));
    }

    private static Trigger trigger(Entry json) {
        json.only(Set.of("name", "hash"));
        return new Trigger(json.text("name"), json.text("hash"));
    }

    private static View view(Entry json) {
        json.only(Set.of("name", "stored", "definition"));
        return new View(json.text("name"), json.flag("stored"), json.text("definition"));
    }

    private static Sequence sequence(Entry json) {
        json.only(Set.of("name", "definition"));
        return new Sequence(json.text("name"), json.text("definition"));
    }

    private static Enumeration enumeration(Entry json) {
        json.only(Set.of("name", "labels"));
        return new Enumeration(json.text("name"), json.texts("labels"));
    }

    private static Routine routine(Entry json) {
        json.only(Set.of("name", "hash"));
        return new Routine(json.text("name"), json.text("hash"));
    }

    private static Unseen unseen(Entry json) {
        json.only(Set.of("part", "name", "why"));
        var word = json.text("part");
        var part = Arrays.stream(Part.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> json.wrong("part", "a part of a schema, found " + word));
        return new Unseen(part, json.text("name"), json.text("why"));
    }
}
