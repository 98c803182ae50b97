package io.belay.adapter.net.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Asks whether a server offers one version of the protocol, by a ClientHello that offers no other (RFC 8446, section 4.1;
 * RFC 5246, section 7.4.1). Written by hand, since Java refuses to speak TLS 1.0 and 1.1, which are the ones a server must
 * be shown not to offer.
 */
final class Hello {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int MOST_RECORD = 1 << 14;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int[] SUITES = {
        0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC009, 0xC013, 0xC00A, 0xC014, 0x009E, 0x009F, 0x0033, 0x0039,
        0x009C, 0x009D, 0x002F, 0x0035, 0x000A, 0x00FF
    };
    private static final int[] SUITES_1_3 = {0x1301, 0x1302, 0x1303};
    private static final int[] GROUPS = {0x001D, 0x0017, 0x0018, 0x0019, 0x0100};
    private static final int[] SIGNATURES = {
        0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201
    };

    private Hello() {}

    /**
     * Whether the server at the other end goes on with {@code version}.
     *
     * @throws IOException where what it says is no TLS
     */
    static boolean offered(Version version, Socket socket, String serverName) throws IOException {
        socket.getOutputStream().write(record(version, serverName));
        try {
            return accepted(version, new DataInputStream(socket.getInputStream()));
        } catch (EOFException | SocketException _) {
            // Some servers hang up where others send an alert.
            return false;
        }
    }

    private static boolean accepted(Version version, DataInputStream from) throws IOException {
        var type = from.readUnsignedByte();
        if (type == ALERT) {
            return false;
        }
        from.readUnsignedShort();
        var length = from.readUnsignedShort();
        if (type != HANDSHAKE || length > MOST_RECORD) {
            throw new IOException("no word of TLS in answer to a hello");
        }
        var body = ByteBuffer.wrap(from.readNBytes(length));
        return body.remaining() >= 38 && body.get() == SERVER_HELLO && version.code() == chosen(body.position(4));
    }

    /** The version in a ServerHello, which TLS 1.3 puts into an extension. */
    private static int chosen(ByteBuffer hello) {
        var legacy = Short.toUnsignedInt(hello.getShort());
        hello.position(hello.position() + 32);
        var session = Byte.toUnsignedInt(hello.get());
        if (hello.remaining() < session + 5) {
            return legacy;
        }
        hello.position(hello.position() + session + 5);
        while (hello.remaining() >= 4) {
            var extension = Short.toUnsignedInt(hello.getShort());
            var length = Short.toUnsignedInt(hello.getShort());
            if (length > hello.remaining()) {
                return legacy;
            }
            if (extension == SUPPORTED_VERSIONS && length == 2) {
                return Short.toUnsignedInt(hello.getShort());
            }
            hello.position(hello.position() + length);
        }
        return legacy;
    }

    private static byte[] record(Version version, String serverName) throws IOException {
        var isNew = version == Version.TLS_1_3;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var hello = bytes(out -> {
            out.writeShort(Math.min(version.code(), Version.TLS_1_2.code()));
            out.write(random);
            out.writeByte(0);
            out.write(shorts(isNew ? SUITES_1_3 : SUITES));
            out.write(new byte[] {1, 0});
            if (version != Version.SSL_3) {
                out.write(sized(extensions(isNew, serverName)));
            }
        });
        var handshake = bytes(out -> {
            out.writeByte(1);
            out.writeByte(0);
            out.write(sized(hello));
        });
        return bytes(out -> {
            out.writeByte(HANDSHAKE);
            out.writeShort(Math.min(version.code(), Version.TLS_1_0.code()));
            out.write(sized(handshake));
        });
    }

    private static byte[] extensions(boolean isNew, String serverName) throws IOException {
        return bytes(out -> {
            if (!HostNames.isAddress(serverName)) {
                var name = serverName.getBytes(StandardCharsets.US_ASCII);
                extension(out, 0, sized(bytes(entry -> {
                    entry.writeByte(0);
                    entry.write(sized(name));
                })));
            }
            extension(out, 10, shorts(GROUPS));
            extension(out, 11, new byte[] {1, 0});
            extension(out, 13, shorts(SIGNATURES));
            if (isNew) {
                extension(out, SUPPORTED_VERSIONS, new byte[] {2, 3, 4});
                extension(out, 51, keyShare());
            }
        });
    }

    /** Any 32 bytes are a public key of X25519 (RFC 7748, section 5); nothing is ever decrypted with it. */
    private static byte[] keyShare() throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return sized(bytes(out -> {
            out.writeShort(GROUPS[0]);
            out.write(sized(key));
        }));
    }

    private static void extension(DataOutputStream out, int type, byte[] content) throws IOException {
        out.writeShort(type);
        out.write(sized(content));
    }

    private static byte[] shorts(int[] values) throws IOException {
        return sized(bytes(out -> {
            for (var value : values) {
                out.writeShort(value);
            }
        }));
    }

    private static byte[] sized(byte[] content) throws IOException {
        return bytes(out -> {
            out.writeShort(content.length);
            out.write(content);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
