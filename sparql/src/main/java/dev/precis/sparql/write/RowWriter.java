package dev.precis.sparql.write;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.sparql.exec.RowSet;

/** Writes the rows of an answer one after the other, in UTF-8. */
@FunctionalInterface
interface RowWriter {
    /**
     * Leaves the stream open, and everything written.
     *
     * @param vocabulary what the names of the columns begin with, where they need one
     */
    void write(RowSet rows, String vocabulary, OutputStream out) throws IOException;
}
