package io.belay.core.testkit;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.script.ObjectPrefix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket that a test fills, by key. */
public final class InMemoryObjects {
    private final Map<String, byte[]> objects = new TreeMap<>();

    /** Puts {@code text} there, in UTF-8. */
    public InMemoryObjects put(String key, String text) {
        return put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a copy of {@code bytes} there. */
    public InMemoryObjects put(String key, byte[] bytes) {
        objects.put(key, bytes.clone());
        return this;
    }

    /** Those whose keys begin with {@code prefix}, as they are at each call. */
    public ObjectPrefix under(String prefix) {
        return new Prefix(prefix);
    }

    /** A bucket that cannot be asked. */
    public static ObjectPrefix faulty(Fault.Kind kind, String message) {
        return new ObjectPrefix() {
            @Override
            public List<String> names(int most) {
                throw new PortException(new Fault(kind, message));
            }

            @Override
            public byte[] content(String name, int most) {
                throw new PortException(new Fault(kind, message));
            }
        };
    }

    private final class Prefix implements ObjectPrefix {
        private final String prefix;

        Prefix(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public List<String> names(int most) {
            var names = objects.keySet().stream()
                    .filter(key -> key.startsWith(prefix) && key.length() > prefix.length() && !key.endsWith("/"))
                    .map(key -> key.substring(prefix.length()))
                    .toList();
            if (names.size() > most) {
                throw new PortException(new Fault(Fault.Kind.REJECTED, "more than " + most + " objects"));
            }
            return names;
        }

        @Override
        public byte[] content(String name, int most) {
            var bytes = Optional.ofNullable(objects.get(prefix + name))
                    .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no object " + name)));
            if (bytes.length > most) {
                throw new PortException(new Fault(Fault.Kind.REJECTED, name + " is more than " + most + " bytes"));
            }
            return bytes.clone();
        }
    }
}
