package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {
    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(Harmless.line("a\u001b[31mb")).isEqualTo("a\\u001b[31mb");
        assertThat(Harmless.line("\u202efdp")).isEqualTo("\\u202efdp");
        assertThat(Harmless.line("\ud83d")).isEqualTo("\\ud83d");
        assertThat(Harmless.line("\udb40\udc41")).isEqualTo("\\u{e0041}");
        assertThat(Harmless.line("\uffff\ufeff")).isEqualTo("\\uffff\\ufeff");
    }

    @Test
    void onALineThereIsNoOtherLine() {
        assertThat(Harmless.line("one\ntwo\r\nthree\t.")).isEqualTo("one\\ntwo\\r\\nthree\\t.");
        assertThat(Harmless.block("one\ntwo\r\n\tthree")).isEqualTo("one\ntwo\\r\n\tthree");
    }

    @Test
    void lettersOfAnyScriptStay() {
        assertThat(Harmless.line("Grüße, 港口, שלום, 🚢, naïve")).isEqualTo("Grüße, 港口, שלום, 🚢, naïve");
    }

    @Test
    void marksDoNotPileUp() {
        assertThat(Harmless.line("z" + "\u0301".repeat(100) + "a\u0301")).isEqualTo("z\u0301\u0301\u0301\u0301a\u0301");
    }

    @Test
    void aCutSaysHowMuchThereWasAndSplitsNoPair() {
        assertThat(Harmless.cut("abc", 3)).isEqualTo("abc");
        assertThat(Harmless.cut("ab🚢", 3)).isEqualTo("ab… [cut: 4 characters in all]");
    }
}
