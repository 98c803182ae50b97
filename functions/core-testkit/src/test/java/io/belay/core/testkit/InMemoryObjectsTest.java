package io.belay.core.testkit;

import io.belay.core.Fault;
import io.belay.core.script.ObjectPrefix;
import java.util.Map;

final class InMemoryObjectsTest extends ObjectPrefixContract {
    @Override
    protected ObjectPrefix holding(Map<String, String> texts, String prefix) {
        var objects = new InMemoryObjects();
        texts.forEach(objects::put);
        return objects.under(prefix);
    }

    @Override
    protected ObjectPrefix missing() {
        return InMemoryObjects.faulty(Fault.Kind.NOT_FOUND, "no such bucket");
    }
}
