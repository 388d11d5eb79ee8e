package dev.precis.pipeline.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of Internet addresses in CIDR notation (RFC 4632): {@code 10.0.0.0/8}, {@code fc00::/7}. */
record Network(InetAddress prefix, int bits) {

    static Network of(String notation) {
        int slash = notation.indexOf('/');
        try {
            // a literal address is never looked up
            InetAddress prefix = InetAddress.getByName(notation.substring(0, slash));
            return new Network(prefix, Integer.parseInt(notation.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address block: " + notation, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] own = prefix.getAddress();
        byte[] other = address.getAddress();
        int bytes = bits / 8;
        if (own.length != other.length || !Arrays.equals(own, 0, bytes, other, 0, bytes)) {
            return false;
        }
        int mask = (0xFF00 >> (bits % 8)) & 0xFF;
        return mask == 0 || (own[bytes] & mask) == (other[bytes] & mask);
    }
}
