package io.belay.adapter.systemfile;

import io.belay.core.settings.Form;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what is no free text: numbers, spans, sizes, yes or no, one of a few words. They hold no secret. */
record MeasureReader(Faults faults) {
    private static final Set<String> YES = Set.of("yes", "on", "y", "1", "true");
    private static final Set<String> NO = Set.of("no", "off", "n", "0", "false");

    Optional<Long> whole(Form.OfWhole form, Node node) {
        var meant = "a whole number from " + form.least() + " to " + form.most();
        var scalar = scalar(node, meant);
        var number = scalar.flatMap(Scalars::whole);
        // YAML 1.1 read 010 as eight.
        var isOctal = scalar.isPresent() && scalar.get().text().matches("[-+]?0\\d+");
        if (scalar.isPresent() && (number.isEmpty() || isOctal)) {
            faults.mistaken(node, meant + (scalar.get().plain() ? ", in plain digits" : ", without quotes"));
            return Optional.empty();
        }
        return within(number, form.least(), form.most(), node, meant);
    }

    Optional<Duration> span(Form.OfSpan form, Node node) {
        var meant = "a span from " + Units.written(form.least()) + " to " + Units.written(form.most());
        var scalar = scalar(node, meant + " such as 350ms, 5s, 2m, 6h or 30d");
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        var span = Units.span(scalar.get().text());
        if (span.isEmpty()) {
            faults.mistaken(node, Units.nearSpan(scalar.get().text()).orElse(meant + " such as 350ms or 5s"));
            return Optional.empty();
        }
        return within(span, form.least(), form.most(), node, meant);
    }

    Optional<Long> size(Form.OfSize form, Node node) {
        var meant = "a size from " + Units.written(form.least()) + " to " + Units.written(form.most());
        var scalar = scalar(node, meant + " such as 512KB or 10MB");
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        var size = Units.size(scalar.get().text());
        if (size.isEmpty()) {
            faults.mistaken(node, Units.nearSize(scalar.get().text()).orElse(meant + " such as 512KB or 10MB"));
            return Optional.empty();
        }
        return within(size, form.least(), form.most(), node, meant);
    }

    Optional<Boolean> flag(Node node) {
        var scalar = scalar(node, "true or false");
        var flag = scalar.filter(Node.Scalar::plain).flatMap(plain -> Scalars.exactFlag(plain.text()));
        if (scalar.isPresent() && flag.isEmpty()) {
            var word = scalar.get().text().toLowerCase(Locale.ROOT);
            var quotes = scalar.get().plain() ? "" : ", without quotes";
            faults.mistaken(
                    node,
                    YES.contains(word) ? "true" + quotes : NO.contains(word) ? "false" + quotes : "true or false");
        }
        return flag;
    }

    Optional<String> choice(Form.OfChoice form, Node node) {
        return scalar(node, "one of " + Words.oneOf(form.words())).flatMap(scalar -> word(form.words(), scalar));
    }

    private Optional<String> word(List<String> words, Node.Scalar scalar) {
        if (words.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        faults.mistaken(scalar, Words.nearestOf(scalar.text(), words));
        return Optional.empty();
    }

    private <T extends Comparable<? super T>> Optional<T> within(
            Optional<T> value, T least, T most, Node node, String meant) {
        if (value.isPresent()
                && (value.get().compareTo(least) < 0 || value.get().compareTo(most) > 0)) {
            faults.mistaken(node, meant);
            return Optional.empty();
        }
        return value;
    }

    private Optional<Node.Scalar> scalar(Node node, String meant) {
        if (node instanceof Node.Refused) {
            return Optional.empty();
        }
        if (!(node instanceof Node.Scalar scalar) || Scalars.isNothing(node)) {
            faults.mistaken(node, meant);
            return Optional.empty();
        }
        if (scalar.text().contains("${") || scalar.text().contains("{{")) {
            faults.mistaken(
                    node,
                    meant
                            + "; a number or a word holds no secret and no variable, ${public-env:NAME} may stand for it");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }
}
