package io.belay.adapter.systemfile;

import io.belay.core.settings.Form;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a value by the form that its key gives it. */
record FormReader(Faults faults, TextReader texts) {
    FormReader knowing(Set<String> variables) {
        return new FormReader(faults, texts.knowing(variables));
    }

    /** The value at {@code node}, of the type that {@code form} promises; empty where it is wrong and told of. */
    Optional<?> read(Form<?> form, Node node) {
        if (node instanceof Node.Refused) {
            return Optional.empty();
        }
        return switch (form) {
            case Form.OfText text -> text(text, node);
            case Form.OfWhole whole -> measures().whole(whole, texts.settled(node));
            case Form.OfSpan span -> measures().span(span, texts.settled(node));
            case Form.OfSize size -> measures().size(size, texts.settled(node));
            case Form.OfFlag _ -> measures().flag(texts.settled(node));
            case Form.OfChoice choice -> measures().choice(choice, texts.settled(node));
            case Form.OfAddress address -> new AddressReader(faults, texts).read(address, node);
            case Form.OfList<?> list -> list(list, node);
            case Form.OfMap<?> map -> map(map, node);
            case Form.OfBlock block -> new BlockReader(this).read(block.shape(), node, Set.of());
            case Form.OfTree _ -> new TreeReader(faults, texts).read(node);
        };
    }

    private MeasureReader measures() {
        return new MeasureReader(faults);
    }

    private Optional<Text> text(Form.OfText form, Node node) {
        var text = texts.text(node);
        var isWrong = text.isPresent()
                && form.like().isPresent()
                && text.get().variables().isEmpty()
                && !form.like().get().matcher(text.get().reveal()).matches();
        if (isWrong) {
            faults.mistaken(
                    node,
                    text.get().parts().equals(Text.of("").parts())
                            ? "a text that is not empty"
                            : "a text like " + form.like().get().pattern());
            return Optional.empty();
        }
        return text;
    }

    private <T> Optional<List<Object>> list(Form.OfList<T> form, Node node) {
        if (Scalars.isNothing(node)) {
            faults.mistaken(node, "a list");
            return Optional.empty();
        }
        var items = node instanceof Node.Row row ? row.items() : List.of(node);
        if (items.size() < form.least() || items.size() > form.most()) {
            faults.add(
                    node.at(),
                    items.isEmpty() ? "an empty list" : "a list of " + items.size(),
                    "a list of " + form.least() + " to " + form.most());
            return Optional.empty();
        }
        var values = new ArrayList<Object>();
        items.forEach(item -> read(form.item(), item).ifPresent(values::add));
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private <T> Optional<Map<String, Object>> map(Form.OfMap<T> form, Node node) {
        if (!(node instanceof Node.Block block)) {
            faults.mistaken(node, "a block of names, each with a value");
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Object>();
        for (var entry : block.entries()) {
            var value = read(form.value(), entry.value());
            texts.key(entry, values.keySet()).ifPresent(name -> value.ifPresent(present -> values.put(name, present)));
        }
        return values.size() == block.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }
}
