package io.belay.adapter.systemfile;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.alarm.AlarmSite;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Safety;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the section {@code alarms}.
 *
 * @param owner whose they are; empty where the file's names make none
 */
record AlarmsReader(FormReader forms, List<Kind<AlarmPlace>> stores, Home home, Optional<Owner> owner) {
    /** A file without the section. */
    static final Found NONE = new Found(AlarmsSpec.NONE, Map.of());

    /**
     * What was read.
     *
     * @param watched the alarms by which a rollback can be caused, each by its name, and without its owner's prefix
     */
    record Found(AlarmsSpec spec, Map<String, Watched> watched) {}

    private Faults faults() {
        return forms.faults();
    }

    Optional<Found> read(Node node) {
        var before = faults().count();
        var settings = new BlockReader(forms).read(AlarmShapes.ALARMS, node, AlarmShapes.PARTS);
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var places = places(block);
        var presets = presets(block);
        if (owner.isEmpty()) {
            faults().add(
                            node.at(),
                            "names of which no owner's mark can be made",
                            "system and environment of 1 to 32 letters, digits and dashes: what is set bears them as its mark");
        }
        if (settings.isEmpty() || owner.isEmpty() || faults().count() > before) {
            return Optional.empty();
        }
        var fitting = new AlarmFitting(faults(), places);
        var receivers = fitting.of(block, () -> AlarmReceivers.of(owner.get(), settings.get()));
        var usual = receivers.flatMap(all ->
                fitting.of(block, () -> AlarmItems.found(AlarmMeasures.texts(settings.get(), AlarmShapes.TELL), all)));
        if (receivers.isEmpty() || usual.isEmpty()) {
            return Optional.empty();
        }
        var items = new AlarmItems(receivers.get(), usual.get());
        var wanted = wanted(block, settings.get(), items, fitting, presets);
        var drill = new DrillReader(places, items, owner.get());
        settings.get()
                .find(AlarmShapes.DRILL)
                .flatMap(each -> fitting.of(block(block, AlarmShapes.DRILL), () -> drill.made(each)))
                .ifPresent(made -> made.ifPresent(alarm -> wanted.add(new AlarmFitting.Placed(alarm, Set.of()))));
        return faults().count() > before
                ? Optional.empty()
                : fitting.of(block, () -> found(block, settings.get(), places, wanted, drill, fitting))
                        .filter(_ -> faults().count() == before);
    }

    private Found found(
            Node.Block block,
            Settings settings,
            List<AlarmPlace> places,
            List<AlarmFitting.Placed> wanted,
            DrillReader drill,
            AlarmFitting fitting) {
        var sites = places.stream().map(place -> site(place, wanted)).toList();
        var drilled = settings.find(AlarmShapes.DRILL)
                .flatMap(each -> fitting.of(block(block, AlarmShapes.DRILL), () -> drill.spec(each, sites)));
        var spec = new AlarmsSpec(
                owner.orElseThrow(),
                sites,
                policy(settings),
                new HashSet<>(AlarmMeasures.texts(settings, AlarmShapes.TAKE_OVER)),
                settings.find(AlarmShapes.SAFETY).map(AlarmsReader::safety).orElse(Safety.DEFAULT),
                drilled);
        return new Found(spec, watched(places, sites));
    }

    private List<AlarmPlace> places(Node.Block block) {
        if (block.value(AlarmShapes.STORES).isEmpty()) {
            faults().add(
                            block.at().missing(AlarmShapes.STORES),
                            "no stores",
                            "stores: where alarms are kept, as - "
                                    + stores.getFirst().name() + ": { ... }");
            return List.of();
        }
        var kinds = new KindsReader<>(forms, "store", stores, home);
        var addresses = new HashSet<String>();
        return new RowReader(faults())
                .read(
                        block.value(AlarmShapes.STORES).get(),
                        "store",
                        item -> kinds.read(AlarmShapes.STORE, item)
                                .flatMap(each -> each.thing().filter(place -> isNew(each, place, addresses))));
    }

    private boolean isNew(KindsReader.Item<AlarmPlace> item, AlarmPlace place, Set<String> addresses) {
        var address = place.store().target().address();
        var isNew = addresses.add(address);
        if (!isNew) {
            faults().add(item.block().at(), "the store " + Words.quoted(address) + " a second time", "each store once");
        }
        return isNew;
    }

    private List<KindsReader.Item<PresetKind.Use>> presets(Node.Block block) {
        var kinds = new KindsReader<>(forms, "preset", PresetKind.ALL, home);
        return block.value(AlarmShapes.PRESETS)
                .map(node -> new RowReader(faults()).read(node, "preset", item -> kinds.read(AlarmShapes.PRESET, item)))
                .orElse(List.of());
    }

    private List<AlarmFitting.Placed> wanted(
            Node.Block block,
            Settings settings,
            AlarmItems items,
            AlarmFitting fitting,
            List<KindsReader.Item<PresetKind.Use>> presets) {
        var wanted = new ArrayList<AlarmFitting.Placed>();
        presets.forEach(each -> wanted.addAll(fitting.placed(
                each.block(),
                each.besides().orElseThrow(),
                besides -> preset(each.thing().orElseThrow(), besides, items))));
        var readers = new LinkedHashMap<Key<List<Settings>>, Function<Settings, List<Resource>>>();
        readers.put(AlarmShapes.CUSTOM, items::alarm);
        readers.put(AlarmShapes.COMPOSITES, items::composite);
        readers.put(AlarmShapes.DASHBOARDS, items::dashboard);
        readers.put(AlarmShapes.RETENTION, items::retention);
        readers.put(AlarmShapes.FILTERS, items::filter);
        readers.put(AlarmShapes.QUERIES, items::query);
        readers.put(AlarmShapes.BUDGETS, items::budget);
        readers.forEach((key, reader) -> {
            var nodes = block.value(key.name()).map(ShownTexts::items).orElse(List.of());
            var all = settings.find(key).orElse(List.of());
            for (int each = 0; each < all.size(); each++) {
                // FormReader read a block there.
                wanted.addAll(fitting.placed((Node.Block) nodes.get(each), all.get(each), reader));
            }
        });
        return wanted;
    }

    private List<Resource> preset(PresetKind.Use use, Settings besides, AlarmItems items) {
        return List.copyOf(use.preset()
                .alarms(owner.orElseThrow(), use.subject(), AlarmItems.adjustments(besides), items.told(besides)));
    }

    private static AlarmSite site(AlarmPlace place, List<AlarmFitting.Placed> wanted) {
        var here = wanted.stream()
                .filter(each -> each.isOn(place))
                .map(AlarmFitting.Placed::resource)
                .toList();
        var all = new ArrayList<Resource>(here.stream()
                .flatMap(each -> each.receivers().stream())
                .distinct()
                .toList());
        all.addAll(here);
        return new AlarmSite(place.store(), all);
    }

    private Map<String, Watched> watched(List<AlarmPlace> places, List<AlarmSite> sites) {
        var watched = new LinkedHashMap<String, Watched>();
        var prefix = owner.orElseThrow().prefix();
        for (int each = 0; each < places.size(); each++) {
            var source = places.get(each).source();
            for (var resource : sites.get(each).wanted()) {
                if (source.isPresent() && (resource instanceof AlarmSpec || resource instanceof Composite)) {
                    var found = new Watched(resource.name(), source.get());
                    watched.putIfAbsent(resource.name(), found);
                    if (resource.name().startsWith(prefix)) {
                        watched.putIfAbsent(resource.name().substring(prefix.length()), found);
                    }
                }
            }
        }
        return watched;
    }

    private static Node.Block block(Node.Block block, Key<?> key) {
        return (Node.Block) block.value(key.name()).orElseThrow();
    }

    private static ChangePolicy policy(Settings settings) {
        var word = settings.get(AlarmShapes.POLICY);
        return Arrays.stream(ChangePolicy.values())
                .filter(each -> AlarmShapes.word(each).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Safety safety(Settings settings) {
        return new Safety(
                settings.get(AlarmShapes.EVALUATION),
                settings.get(AlarmShapes.DELIVERY),
                settings.get(AlarmShapes.START),
                settings.get(AlarmShapes.WORK),
                settings.get(AlarmShapes.TTL));
    }
}
