package io.belay.adapter.deliveries;

import java.util.EnumSet;
import java.util.List;
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

    /** A door for {@code open}, one shape or more. */
    public Deliveries(Set<DeliveryShape> open) {
        this.open = EnumSet.copyOf(open);
    }

    /** What {@code body} holds: one answer or more, and never an exception. */
    public List<Delivery> read(byte[] body) {
        try {
            var read = Body.of(body);
            return only(read).read(read);
        } catch (NotRead wrong) {
            return List.of(wrong.refused());
        }
    }

    /**
     * Whether {@code body} bears the marks of one of them at least. What does not may be something else that a door takes, and
     * is none of these.
     */
    public boolean marks(byte[] body) {
        try {
            return !marked(Body.of(body)).isEmpty();
        } catch (NotRead _) {
            return false;
        }
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
