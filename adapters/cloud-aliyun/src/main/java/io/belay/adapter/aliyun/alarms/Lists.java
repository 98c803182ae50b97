package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Lists of CloudMonitor, a page after the other. */
final class Lists {
    static final int PAGE = 100;

    /** 10,000 of one list; an account with more is asked for less at once. */
    private static final int PAGES = 100;

    private Lists() {}

    /**
     * All pages of {@code action}.
     *
     * @param number what it calls a page's number: {@code Page} or {@code PageNumber}
     * @param items where they stand in an answer
     */
    static List<Json> all(
            AcsClient client,
            String action,
            Map<String, String> which,
            String number,
            Function<Json, List<Json>> items,
            Deadline deadline)
            throws InterruptedException {
        var all = new ArrayList<Json>();
        for (int page = 1; page <= PAGES; page++) {
            var query = new TreeMap<>(which);
            query.put(number, Integer.toString(page));
            query.put("PageSize", Integer.toString(PAGE));
            var found = items.apply(client.ask(Ask.call(action, query), deadline));
            all.addAll(found);
            if (found.size() < PAGE) {
                return all;
            }
        }
        throw new PortException(
                new Fault(Fault.Kind.REJECTED, "CMS " + action + ": more than " + PAGE * PAGES + " of them"));
    }
}
