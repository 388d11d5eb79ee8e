package dev.precis.pipeline.extract.block;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Tells links that call a note from links of notes that lead back to where they are called, whatever either looks like:
 * "[1]" and "↩" of the common systems, the number at both ends of Word. Both lead to a mark on the page; the way back
 * leads to a call further up.
 */
final class Notes {
    private final Set<String> calls = new HashSet<>();

    /** Whether a link leads back to a call; links are asked about in the order of the page. */
    boolean leadsBack(Element link) {
        String address = link.attr("href");
        String mark = address.substring(address.indexOf('#') + 1);
        if (mark.isEmpty() || mark.length() == address.length()) {
            return false;
        }
        if (calls.contains(mark)) {
            return true;
        }
        Element outer = link.parent();
        if (outer != null
                && (outer.normalName().equals("sup") || outer.normalName().equals("span"))) {
            name(outer);
        }
        link.getAllElements().forEach(this::name);
        return false;
    }

    private void name(Element element) {
        calls.add(element.id());
        calls.add(element.attr("name"));
    }
}
