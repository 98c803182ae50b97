package io.belay.adapter.deliveries;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A door through which several shapes may come, as a function with several triggers has. Which one a body is, its marks say;
 * a body with none of them, or with those of two, is refused. A door with one shape asks {@link DeliveryShape#read}.
 */
public final class Deliveries {
    /** The largest body that is read, in bytes: what a message of SNS, SQS or EventBridge may have. */
    public static final int LARGEST = 256 * 1024;

    private final Set<DeliveryShape> open;
    private final Optional<Self> self;

    /** A door for {@code open}, one shape or more. */
    public Deliveries(Set<DeliveryShape> open) {
        this(open, Optional.empty());
    }

    /** The same of the function {@code self}; empty where it is none of a cloud's. */
    public Deliveries(Set<DeliveryShape> open, Optional<Self> self) {
        this.open = EnumSet.copyOf(open);
        this.self = requireNonNull(self, "self");
    }

    /** What {@code body} holds: one answer or more, and never an exception. */
    public List<Delivery> read(byte[] body) {
        try {
            return read(Body.of(body));
        } catch (NotRead wrong) {
            return List.of(wrong.refused());
        }
    }

    List<Delivery> read(Body body) {
        return only(body).read(body, self);
    }

    /**
     * Whether {@code body} bears the marks of one of them at least. What does not may be something else that a door takes, and
     * is none of these.
     */
    public boolean marks(byte[] body) {
        try {
            return marks(Body.of(body));
        } catch (NotRead _) {
            return false;
        }
    }

    boolean marks(Body body) {
        return !marked(body).isEmpty();
    }

    /**
     * What makes {@code answers}, of which one at least was delivered, the same as those of another body: of one delivery its
     * identity; at most 64 characters of {@code a-z 0-9 -}.
     */
    public static String identity(List<Delivery> answers) {
        var identities = answers.stream()
                .filter(Delivery.Delivered.class::isInstance)
                .map(answer -> ((Delivery.Delivered) answer).identity())
                .toList();
        return identities.size() == 1 ? identities.getFirst() : Identity.of("deliveries", identities);
    }

    private List<DeliveryShape> marked(Body body) {
        return open.stream().filter(shape -> shape.marks(body)).toList();
    }

    private DeliveryShape only(Body body) {
        var marked = marked(body);
        if (marked.isEmpty()) {
            throw new NotRead("$", "the marks of none", words(open));
        }
        if (marked.size() > 1) {
            throw new NotRead("$", "the marks of " + words(Set.copyOf(marked)), "one of them");
        }
        return marked.getFirst();
    }

    private static String words(Set<DeliveryShape> shapes) {
        return shapes.stream().sorted().map(DeliveryShape::word).collect(Collectors.joining(" or "));
    }
}
