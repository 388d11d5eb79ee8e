package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import java.util.ArrayList;
import java.util.List;

/** What is said beside a reference wherever its parts are told. */
public final class Remarks {
    private Remarks() {}

    /** What a reader of the reference should know of, in sentences; mostly nothing. */
    public static String of(Reference reference) {
        List<String> remarks = new ArrayList<>();
        reference.registry().alarms().forEach(flag -> remarks.add(flag.label() + ": " + flag.description()));
        boolean unread = reference.title().isEmpty() || reference.doubtful();
        if (reference.doubtful()) {
            remarks.add("This reading of the citation is not certain.");
        }
        if (unread && !reference.citation().isEmpty()) {
            remarks.add("Cited as: " + Values.line(reference.citation()));
        }
        if (reference.elided()) {
            remarks.add("The citation leaves out some of the authors.");
        }
        return String.join(" ", remarks);
    }
}
