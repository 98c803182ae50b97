package io.belay.demo;

import io.belay.demo.harbor.Part;
import io.belay.demo.harbor.Progress;
import java.io.PrintStream;

/** Says each part of harbor as it comes up. */
record Milestones(PrintStream out) implements Progress {
    @Override
    public void reached(Part part, State state, String note) {
        var name = part.label();
        var said = note.isEmpty() ? name : name + ": " + note;
        switch (state) {
            case STARTING -> {}
            case UP -> out.println("  up      " + said);
            case ABSENT -> out.println("  absent  " + said);
            case FAILED -> out.println("  failed  " + said);
        }
    }
}
