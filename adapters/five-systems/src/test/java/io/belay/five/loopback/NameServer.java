package io.belay.five.loopback;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server at a free port of the loopback address, over UDP, that answers for a zone as it stands when it is asked. */
public final class NameServer implements Closeable {
    private static final int LARGEST = 4_096;

    private final DatagramSocket socket;
    private final BiFunction<String, String, List<String>> zone;
    private final long life;

    private NameServer(DatagramSocket socket, BiFunction<String, String, List<String>> zone, long life) {
        this.socket = socket;
        this.zone = zone;
        this.life = life;
    }

    /**
     * Opens one.
     *
     * @param life how long a record may be kept, in seconds
     * @param zone the values of a name, which ends in a dot, and a type
     */
    public static NameServer open(long life, BiFunction<String, String, List<String>> zone) {
        try {
            var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var server = new NameServer(socket, zone, life);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it answers. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                var answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                packet.setLength(LARGEST);
            } catch (IOException _) {
                // Closed, or a client that speaks another language.
            }
        }
    }

    private Message answer(Message query) throws IOException {
        var question = query.getQuestion();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(Rcode.NOERROR);
        answer.addRecord(question, Section.QUESTION);
        for (var value : zone.apply(question.getName().toString(), Type.string(question.getType()))) {
            answer.addRecord(
                    Record.fromString(question.getName(), question.getType(), DClass.IN, life, value, Name.root),
                    Section.ANSWER);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
