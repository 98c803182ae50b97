package io.belay.adapter.deliveries;

import java.io.Serial;

/** A delivery, or one entry of it, is not of its shape; never leaves this package. */
final class NotRead extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String place;
    private final String found;
    private final String meant;

    NotRead(String place, String found, String meant) {
        super(place + ": found " + found + "; " + meant + " is meant", null, false, false);
        this.place = place;
        this.found = found;
        this.meant = meant;
    }

    Delivery.Refused refused() {
        return new Delivery.Refused(place, found, meant);
    }
}
