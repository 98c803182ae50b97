package io.belay.adapter.scripts;

import java.util.List;

/** How one tool names and orders its scripts. */
interface Tool {
    /** Whether a file of this path may be a script. */
    boolean wants(String path);

    /** The scripts in the files it wants, in the order in which the tool runs them. */
    List<Draft> read(List<Found> files, FileJudge judge);
}
