package io.belay.core.release;

/**
 * How much a target can remember: notes of text, in the characters that tags of both clouds take (letters, digits, space and
 * {@code + - = . _ : / @}).
 *
 * @param journal how long the note of the {@link Journal} may be, in characters
 * @param notes how many further notes there may be
 * @param note how long each of them may be, in characters
 */
public record Room(int journal, int notes, int note) {
    public Room {
        if (journal < 100 || notes < 1 || note < 100) {
            throw new IllegalArgumentException("a target remembers two notes of 100 characters at least");
        }
    }
}
