package io.belay.adapter.net.json;

import tools.jackson.core.JacksonException;

/** A text that was meant to be JSON and is not. The message says where and why, without quoting the text. */
public final class NotJson extends Exception {
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 160;

    NotJson(JacksonException cause) {
        super(words(cause), cause);
    }

    private static String words(JacksonException cause) {
        var place = cause.getLocation();
        var why = String.valueOf(cause.getOriginalMessage()).strip();
        var at = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "no JSON" + at + ": " + why.substring(0, Math.min(LONGEST, why.length()));
    }
}
