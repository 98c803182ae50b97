package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.adapter.deliveries.Delivery.Refused;
import io.belay.core.Cause;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a test's body turned out to be. */
final class Said {
    private Said() {}

    static List<Delivery> by(Fixture fixture) {
        return fixture.shape().read(fixture.bytes());
    }

    /** The fixture with {@code old}, which must be in it, written otherwise throughout. */
    static List<Delivery> by(Fixture fixture, String old, String otherwise) {
        var text = fixture.text();
        assertThat(text).contains(old);
        return by(fixture.shape(), text.replace(old, otherwise));
    }

    static List<Delivery> by(DeliveryShape shape, String text) {
        return shape.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Delivered delivered(List<Delivery> answers) {
        assertThat(answers).singleElement().isInstanceOf(Delivered.class);
        return (Delivered) answers.getFirst();
    }

    static Cause.Alarmed alarm(List<Delivery> answers) {
        return delivered(answers).cause().orElseThrow();
    }

    static String notForUs(List<Delivery> answers) {
        assertThat(answers).singleElement().isInstanceOf(NotForUs.class);
        return ((NotForUs) answers.getFirst()).why();
    }

    static Refused refused(List<Delivery> answers) {
        assertThat(answers).singleElement().isInstanceOf(Refused.class);
        return (Refused) answers.getFirst();
    }
}
