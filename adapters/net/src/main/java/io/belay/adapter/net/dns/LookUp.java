package io.belay.adapter.net.dns;

import io.belay.adapter.net.tcp.Endpoint;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * One query, sent once. dnsjava reads and writes the messages; the sockets are ours, since its resolvers retry, and work on
 * in a thread of their own after the asker was called off.
 */
final class LookUp {
    /** Fits every path unbroken (dnsflagday.net/2020). */
    private static final int UDP_SIZE = 1_232;

    private static final int MOST_UDP = 65_535;

    private final Message query;

    LookUp(Name name, int type) {
        query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        // Asks to be told whether DNSSEC proved the answer (RFC 6840, section 5.7).
        query.getHeader().setFlag(Flags.AD);
        query.addRecord(new OPTRecord(UDP_SIZE, 0, 0), Section.ADDITIONAL);
    }

    /** Asks by UDP, and by TCP for the whole of an answer that was cut (RFC 7766, section 5). */
    Message overUdp(Endpoint resolver) throws IOException {
        var address = resolver.addresses().getFirst();
        try (var socket = new DatagramSocket()) {
            // A connected socket takes nothing from anybody else.
            socket.connect(address, resolver.port());
            var wire = query.toWire();
            socket.send(new DatagramPacket(wire, wire.length));
            var answer = awaited(socket);
            return answer.getHeader().getFlag(Flags.TC) ? overTcp(resolver) : answer;
        } catch (PortUnreachableException _) {
            throw new IOException("nobody answers at " + resolver.shown() + " by UDP");
        }
    }

    /** Asks by TCP (RFC 1035, section 4.2.2). */
    Message overTcp(Endpoint resolver) throws IOException {
        try (var socket = resolver.connect()) {
            var wire = query.toWire();
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(wire.length + 2)
                            .putShort((short) wire.length)
                            .put(wire)
                            .array());
            var from = new DataInputStream(socket.getInputStream());
            var answer = new byte[from.readUnsignedShort()];
            from.readFully(answer);
            var message = parsed(answer);
            if (!answers(message)) {
                throw new IOException("the answer is to another question");
            }
            return message;
        } catch (EOFException _) {
            throw new IOException("the resolver hung up");
        }
    }

    /** The answer to this query; strays are passed over until the caller's time is up. */
    private Message awaited(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[MOST_UDP], MOST_UDP);
        while (true) {
            socket.receive(packet);
            var bytes = new byte[packet.getLength()];
            System.arraycopy(packet.getData(), 0, bytes, 0, bytes.length);
            var message = parsed(bytes);
            if (answers(message)) {
                return message;
            }
        }
    }

    private static Message parsed(byte[] bytes) throws IOException {
        try {
            return new Message(bytes);
        } catch (IOException | RuntimeException broken) {
            // Bytes of anybody's choosing; the parser does not say all that it can throw.
            throw new IOException("no word of DNS in the answer: " + broken.getMessage(), broken);
        }
    }

    private boolean answers(Message message) {
        return message.getHeader().getFlag(Flags.QR)
                && message.getHeader().getID() == query.getHeader().getID()
                && (message.getQuestion() == null || message.getQuestion().equals(query.getQuestion()));
    }
}
