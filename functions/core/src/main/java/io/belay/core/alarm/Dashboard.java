package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures on one page, in the order given. How it looks is the store's.
 *
 * @param widgets one at least
 */
public record Dashboard(String name, List<Widget> widgets) implements Resource {
    public Dashboard {
        requireNonNull(name, "name");
        widgets = List.copyOf(widgets);
    }

    /**
     * One picture.
     *
     * @param title its heading; no two of one page have the same
     * @param measures what it shows together
     */
    public record Widget(String title, List<Measure> measures) {
        public Widget {
            requireNonNull(title, "title");
            measures = List.copyOf(measures);
        }

        private String shown() {
            return measures.stream().map(Measure::shown).collect(Collectors.joining("; "));
        }
    }

    @Override
    public Kind kind() {
        return Kind.DASHBOARD;
    }

    @Override
    public Fields fields() {
        var fields =
                Fields.NONE.with("widgets", widgets.stream().map(Widget::title).collect(Collectors.joining(", ")));
        for (var each : widgets) {
            fields = fields.with("widget " + each.title(), each.shown());
        }
        return fields;
    }
}
