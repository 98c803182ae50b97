package io.belay.adapter.net.tcp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface AddressBook {
    /** The platform's own: host file, then resolver. */
    AddressBook PLATFORM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * The addresses of {@code host}, at least one, in the order in which they would be tried.
     *
     * @throws UnknownHostException where it has none
     */
    List<InetAddress> find(String host) throws UnknownHostException;
}
