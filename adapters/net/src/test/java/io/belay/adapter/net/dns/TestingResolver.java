package io.belay.adapter.net.dns;

import io.belay.adapter.net.tcp.TestingServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A resolver on loopback, by UDP and TCP of one port, that answers as a test says. */
final class TestingResolver implements AutoCloseable {
    private final DatagramSocket datagrams;
    private final TestingServer streams;

    /** What is sent for a query, by UDP or not; empty for nothing. */
    interface Answering extends BiFunction<Message, Boolean, List<byte[]>> {}

    private TestingResolver(Answering answering) throws IOException {
        streams = TestingServer.doing(socket -> {
            var from = new DataInputStream(socket.getInputStream());
            var query = new Message(from.readNBytes(from.readUnsignedShort()));
            for (var answer : answering.apply(query, false)) {
                var to = new DataOutputStream(socket.getOutputStream());
                to.writeShort(answer.length);
                to.write(answer);
            }
        });
        datagrams = new DatagramSocket(streams.port(), InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(answering));
    }

    static TestingResolver doing(Answering answering) {
        try {
            return new TestingResolver(answering);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Answers every query with {@code code} and these lines of a zone file: {@code name ttl type data}. */
    static TestingResolver answering(int code, String... lines) {
        return doing((query, _) -> List.of(answer(query, code, lines).toWire()));
    }

    static Message answer(Message query, int code, String... lines) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(code);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        Arrays.stream(lines).map(TestingResolver::record).forEach(each -> answer.addRecord(each, Section.ANSWER));
        return answer;
    }

    private static Record record(String line) {
        var parts = line.split(" ", 4);
        try {
            return Record.fromString(
                    Name.fromString(parts[0], Name.root),
                    Type.value(parts[2]),
                    DClass.IN,
                    Long.parseLong(parts[1]),
                    parts[3],
                    Name.root);
        } catch (TextParseException wrong) {
            throw new IllegalArgumentException(line, wrong);
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    String address() {
        return "127.0.0.1:" + streams.port();
    }

    private void serve(Answering answering) {
        var packet = new DatagramPacket(new byte[4_096], 4_096);
        while (!datagrams.isClosed()) {
            try {
                datagrams.receive(packet);
                var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                for (var answer : answering.apply(query, true)) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException _) {
                // Closed, or a client that went.
            }
        }
    }

    @Override
    public void close() {
        datagrams.close();
        streams.close();
    }
}
