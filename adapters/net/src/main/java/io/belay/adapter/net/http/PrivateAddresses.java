package io.belay.adapter.net.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not the public internet's: IANA's special-purpose registries (RFC 6890), and where clouds keep the
 * credentials of their machines.
 */
final class PrivateAddresses {
    private static final List<Block> PRIVATE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/127",
                    "100::/64",
                    "2001:db8::/32",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Block::of)
            .toList();

    /** AWS, Azure and Google answer at the first two, AWS Lambda and ECS below them too; Alibaba Cloud at the third. */
    private static final List<Block> METADATA = Stream.of(
                    "169.254.0.0/16", "fe80::/10", "100.100.100.200/32", "fd00:ec2::/32")
            .map(Block::of)
            .toList();

    /** Prefixes behind which an IPv4 address stands: NAT64 (RFC 6052), 6to4 (RFC 3056), IPv4-compatible. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block COMPATIBLE = Block.of("::/96");

    private PrivateAddresses() {}

    static boolean isPrivate(InetAddress address) {
        return within(PRIVATE, address);
    }

    /** Link-local: nothing that a health check is ever rightly sent on to. */
    static boolean isMetadata(InetAddress address) {
        return within(METADATA, address);
    }

    private static boolean within(List<Block> blocks, InetAddress address) {
        return Stream.of(address, carried(address))
                .anyMatch(each -> blocks.stream().anyMatch(block -> block.holds(each.getAddress())));
    }

    private static InetAddress carried(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        var bytes = address.getAddress();
        if (NAT64.holds(bytes) || COMPATIBLE.holds(bytes)) {
            return four(bytes, 12);
        }
        return SIX_TO_FOUR.holds(bytes) ? four(bytes, 2) : address;
    }

    private static InetAddress four(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException exception) {
            throw new IllegalStateException("four bytes are an address", exception);
        }
    }

    private record Block(InetAddress first, int bits) {
        static Block of(String text) {
            var slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(byte[] other) {
            var own = first.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
