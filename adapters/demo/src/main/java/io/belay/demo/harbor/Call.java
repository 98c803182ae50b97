package io.belay.demo.harbor;

import java.util.Optional;

/**
 * What a client asks.
 *
 * @param method GET, POST and so on
 * @param path the path alone, without its query
 * @param authorization the header of that name
 * @param body as it was sent
 */
record Call(String method, String path, Optional<String> authorization, String body) {

    private static final String BEARER = "Bearer ";

    /** The bearer token. */
    Optional<String> token() {
        return authorization
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** What stands behind the last slash of the path. */
    String last() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
