package io.belay.core.script;

import io.belay.core.PortException;
import java.util.List;

/**
 * The objects of an object store whose keys begin alike, as a folder of files: {@code s3://releases/shop/17/db/}.
 *
 * <ul>
 *   <li>It lists and reads, and never writes.
 *   <li>A name is what follows the prefix in the key, parted by slashes. What merely stands for a folder, whose name is empty or
 *       ends in a slash, is left out.
 *   <li>A list is whole or refused, however many pages it comes in.
 *   <li>Each call gives up by a time-out of its own.
 * </ul>
 */
public interface ObjectPrefix {
    /**
     * The names of all objects, in no order. There may be none: a store does not know a prefix without an object.
     *
     * @param most how many there may be, at least 1
     * @throws PortException REJECTED where there are more, NOT_FOUND where there is no such store, DENIED where it may not be
     *     listed, TIMED_OUT, THROTTLED or UNREACHABLE where it does not answer
     */
    List<String> names(int most);

    /**
     * What an object holds; nobody else has the array.
     *
     * @param name as listed
     * @param most how many bytes it may be, at least 0
     * @throws PortException REJECTED where it is more, NOT_FOUND where it is gone, and as {@link #names} does
     */
    byte[] content(String name, int most);
}
