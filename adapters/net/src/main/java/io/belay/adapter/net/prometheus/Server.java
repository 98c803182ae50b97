package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Api;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.Urls;
import io.belay.core.Deadline;
import io.belay.core.settings.Settings;
import java.net.URI;

/**
 * A server that a block names.
 *
 * @param shown its URL, fit to show
 */
record Server(Clients clients, Access access, URI base, String shown) {
    static Server of(Clients clients, Settings settings) {
        var url = settings.get(ApiProbe.URL);
        return new Server(clients, Access.of(settings), Urls.of(ApiProbe.URL.name(), url), url.shown());
    }

    Api api(Deadline deadline) {
        return new Api(clients, access, base, deadline.within(access.timeout()));
    }
}
