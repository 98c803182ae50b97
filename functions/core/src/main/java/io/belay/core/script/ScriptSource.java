package io.belay.core.script;

import io.belay.core.PortException;
import java.util.List;

/**
 * Where a release keeps its migration scripts: a folder, a jar, a prefix in an object store.
 *
 * <ul>
 *   <li>It reads and never writes; two calls on the same content give equal lists.
 *   <li>It reads within bounds, and refuses what lies beyond them rather than leave part of it out.
 *   <li>An id that occurs twice is given twice: whether that is a fault is for the reader to say.
 *   <li>A script that cannot be read as its tool means it is there, with an additivity that is unclear.
 * </ul>
 */
public interface ScriptSource {
    /**
     * Every script, in the order in which the tool would run them.
     *
     * @throws PortException NOT_FOUND where there is no such place, DENIED where it may not be read, REJECTED where it is
     *     more than the bounds allow or not what it is said to be, UNREACHABLE where reading failed
     */
    List<Script> scripts();
}
