package io.belay.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class MemoryTextTest {
    private static final Room LARGE = new Room(4_000, 50, 256);
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final Journal JOURNAL =
            new Journal("r-1", new Revision("42"), new Revision("41"), Journal.State.SHIFTED, AT, AT.plusSeconds(5));

    @Property
    void whatWasWrittenIsRead(@ForAll("memories") Memory memory) {
        assertThat(MemoryText.read(MemoryText.write(memory, LARGE))).isEqualTo(memory);
    }

    @Property
    void notesAreOfCharactersThatEveryTagTakes(@ForAll("memories") Memory memory) {
        assertThat(MemoryText.write(memory, LARGE).values())
                .allMatch(note -> note.matches("[A-Za-z0-9+\\-=._:/@ ]+"))
                .allMatch(note -> note.equals(note.strip()))
                .noneMatch(note -> note.contains("://") || note.startsWith("aws:") || note.startsWith("acs:"));
    }

    @Property
    void noNoteIsLongerThanItsRoom(@ForAll("memories") Memory memory, @ForAll("rooms") Room room) {
        Map<String, String> notes;
        try {
            notes = MemoryText.write(memory, room);
        } catch (IllegalArgumentException _) {
            return;
        }

        assertThat(notes.remove(MemoryText.JOURNAL)).hasSizeLessThanOrEqualTo(room.journal());
        assertThat(notes).hasSizeBetween(1, room.notes());
        assertThat(notes.values()).allMatch(note -> note.length() <= room.note());
    }

    @Property
    void whatDoesNotFitCostsTheOldestStampsAlone(@ForAll("memories") Memory memory, @ForAll("rooms") Room room) {
        Memory read;
        try {
            read = MemoryText.read(MemoryText.write(memory, room));
        } catch (IllegalArgumentException _) {
            return;
        }

        assertThat(memory.stamps()).startsWith(read.stamps().toArray(Stamp[]::new));
        assertThat(read.with(memory.stamps())).isEqualTo(memory);
        assertThat(read.stamps().isEmpty()).isEqualTo(memory.stamps().isEmpty());
    }

    @Property
    void notesLeftOverFromALongerTextDoNoHarm(@ForAll("memories") Memory memory, @ForAll("memories") Memory older) {
        var notes = new HashMap<>(MemoryText.write(older, LARGE));
        notes.putAll(MemoryText.write(memory, LARGE));

        assertThat(MemoryText.read(notes)).isEqualTo(memory);
    }

    @Property
    void aChangedNoteIsNeverReadAsAnotherMemory(
            @ForAll("memories") Memory memory, @ForAll int where, @ForAll("letters") char letter) {
        var notes = new HashMap<>(MemoryText.write(memory, LARGE));
        var first = new StringBuilder(notes.get("note.1"));
        first.setCharAt(Math.floorMod(where, first.length()), letter);
        notes.put("note.1", first.toString());

        Memory read;
        try {
            read = MemoryText.read(notes);
        } catch (PortException refused) {
            assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.REJECTED);
            return;
        }
        assertThat(read).isEqualTo(memory);
    }

    @Example
    void aPersonCanReadIt() {
        var stamp = new Stamp(new Revision("41"), AT, "abcdefgh", Map.of("main", List.of("005", "a+b")));
        var bad = new Quarantine(new Revision("42"), AT, "r-1");
        var memory = new Memory(List.of(stamp), List.of(bad), Optional.of(JOURNAL), List.of(AT));

        assertThat(MemoryText.write(memory, LARGE))
                .containsEntry("journal", "belay1 shifted 42 41 2026-11-21T08:00:00Z 2026-11-21T08:00:05Z r-1")
                .hasEntrySatisfying(
                        "note.1",
                        note -> assertThat(note)
                                .matches(
                                        "1\\.1\\.[0-9a-z]+ rolled 2026-11-21T08:00:00Z bad 42 2026-11-21T08:00:00Z r-1 "
                                                + "good 41 2026-11-21T08:00:00Z abcdefgh main\\+005\\+a=2Bb"));
    }

    @Example
    void nothingThereIsNothingRemembered() {
        assertThat(MemoryText.read(Map.of())).isEqualTo(Memory.EMPTY);
    }

    @Example
    void aDescriptionOfSomebodyElsesIsNoJournal() {
        assertThat(MemoryText.read(Map.of("journal", "the live one"))).isEqualTo(Memory.EMPTY);
    }

    @Example
    void aJournalThatWasCutIsRefused() {
        var notes = Map.of("journal", "belay1 shifted 42 41 2026-11-21T08:0");

        assertThatThrownBy(() -> MemoryText.read(notes))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("cannot be read");
    }

    @Example
    void aJournalThatDoesNotFitIsRefused() {
        var journal = new Journal("r-1", new Revision("4".repeat(99)), new Revision("41"), JOURNAL.state(), AT, AT);

        assertThatThrownBy(() -> MemoryText.write(Memory.EMPTY.with(journal), new Room(100, 1, 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is room for 100");
    }

    @Example
    void whatIsGoneGoesFirst() {
        var bad = IntStream.range(0, 3)
                .mapToObj(each -> new Quarantine(new Revision("bad-" + each), AT, "r-1"))
                .toList();
        var good = new ArrayList<Stamp>();
        IntStream.range(0, 9).forEach(each -> good.add(new Stamp(new Revision("good-" + each), AT, "", Map.of())));
        var memory = new Memory(good, bad, Optional.of(JOURNAL), List.of());

        var fitted = MemoryText.fitted(
                memory,
                new Room(200, 2, 140),
                Set.of(new Revision("bad-1"), new Revision("good-1"), new Revision("good-2")));

        assertThat(fitted.quarantined()).containsExactly(bad.get(1));
        assertThat(fitted.stamps()).containsExactly(good.get(0), good.get(1), good.get(2));
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().alpha().numeric().with(' ', '+', '=', '.');
    }

    @Provide
    Arbitrary<Room> rooms() {
        return Combinators.combine(
                        Arbitraries.integers().between(100, 300),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(100, 256))
                .as(Room::new);
    }

    @Provide
    Arbitrary<Memory> memories() {
        var stamps =
                Combinators.combine(revisions(), instants(), texts(), heads()).as(Stamp::new);
        var quarantines = Combinators.combine(revisions(), instants(), texts()).as(Quarantine::new);
        var journals = Combinators.combine(
                        texts(), revisions(), revisions(), Arbitraries.of(Journal.State.class), instants(), instants())
                .as(Journal::new);
        return Combinators.combine(
                        stamps.list().ofMaxSize(5),
                        quarantines.list().ofMaxSize(4),
                        journals.optional(),
                        instants().list().ofMaxSize(4))
                .as(Memory::new);
    }

    private static Arbitrary<Map<String, List<String>>> heads() {
        return Arbitraries.maps(texts(), texts().list().ofMaxSize(3)).ofMaxSize(3);
    }

    private static Arbitrary<Revision> revisions() {
        return texts().filter(text -> !text.isBlank()).map(Revision::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("good", "bad", "rolled", "belay1", "https://a/b", "sha256:0a", "é𝄞 \n+=", ""),
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().alpha().numeric().withChars("-._:/@").ofMaxLength(40));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }
}
