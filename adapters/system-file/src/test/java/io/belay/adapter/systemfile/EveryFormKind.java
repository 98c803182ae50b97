package io.belay.adapter.systemfile;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.probe.Target;
import io.belay.core.settings.Address;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kind with a key of every form and a fact of every type. Where it holds both text and tree it does not fit together. */
final class EveryFormKind implements ProbeKind {
    static final Key<Address> URL = Key.address("url", Set.of("http", "https"), "Where.");
    static final Key<Text> TEXT = Key.text("text", "Any text.");
    static final Key<Text> CODE = Key.text("code", "[a-z]{3}\\d*]?", "Three letters and digits.");
    static final Key<Long> WHOLE = Key.whole("whole", -5, 500, "A number.").orElse(7L);
    static final Key<Duration> SPAN = Key.span("span", Duration.ofMillis(10), Duration.ofDays(2), "A span.")
            .orElse(Duration.ofMillis(1500));
    static final Key<Long> SIZE = Key.size("size", 1, 1L << 40, "A size.").orElse(10L << 20);
    static final Key<Boolean> FLAG = Key.flag("flag", "Yes or no.");
    static final Key<String> CHOICE = Key.choice("choice", List.of("GET", "POST", "no", "1.1"), "A word.");
    static final Key<List<Text>> TEXTS = Key.texts("texts", "Texts.");
    static final Key<Map<String, Text>> TEXT_MAP = Key.textMap("text-map", "Texts by name.");
    static final Key<Tree> TREE = Key.of("tree", new Form.OfTree(), "JSON.");
    static final Key<Long> INNER = Key.whole("inner", 0, 9, "A number inside.").needed();
    static final Key<Settings> BLOCK = Key.block("block", Shape.of("A block.", INNER, TEXT), "A block inside.");
    static final Key<List<Settings>> BLOCKS =
            Key.of("blocks", new Form.OfList<>(new Form.OfBlock(Shape.of("One.", INNER)), 1, 2), "Blocks.");

    @Override
    public String name() {
        return "forms";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "Has a key of every form.",
                URL,
                TEXT,
                CODE,
                WHOLE,
                SPAN,
                SIZE,
                FLAG,
                CHOICE,
                TEXTS,
                TEXT_MAP,
                TREE,
                BLOCK,
                BLOCKS);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of(
                        "body", Observable.Type.TEXT, Observable.Bare.CONTAINS, "A text that something stands in."),
                Observable.of("version", Observable.Type.TEXT, Observable.Bare.AT_LEAST, "A version."),
                Observable.of("count", Observable.Type.NUMBER, Observable.Bare.EQUAL, "A number."),
                Observable.of("bytes", Observable.Type.SIZE, Observable.Bare.AT_MOST, "A size."),
                Observable.of("valid-for", Observable.Type.SPAN, Observable.Bare.AT_LEAST, "A span."),
                Observable.of("open", Observable.Type.FLAG, Observable.Bare.EQUAL, "Yes or no."),
                Observable.of("any", Observable.Type.ANY, Observable.Bare.EQUAL, "Anything."),
                Observable.keyed("header", Observable.Type.TEXT, Observable.Bare.EQUAL, "A text by name."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        if (settings.has(TEXT) && settings.has(TREE)) {
            throw new SettingException(
                    "tree", "either text or tree, not " + settings.get(TEXT).reveal());
        }
        asked.stream().filter(fact -> fact.argument().contains(" ")).findFirst().ifPresent(fact -> {
            throw new SettingException("expect.header", "a name without spaces");
        });
        return new Probe() {
            @Override
            public Target target() {
                return new Target("forms", "forms");
            }

            @Override
            public Observation observe(Deadline deadline) {
                return new Observation.Silent("never asked", Duration.ZERO);
            }
        };
    }
}
