package dev.precis.pipeline.extract.entry;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters with a space in place of each that XML 1.0 (section 2.2) has not: blogs export what was pasted. */
final class XmlCharacters extends FilterReader {
    XmlCharacters(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 || isAllowed((char) c) ? c : ' ';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (!isAllowed(buffer[i])) {
                buffer[i] = ' ';
            }
        }
        return count;
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }
}
