package dev.precis.sparql.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.write.JsonTree;
import java.util.List;
import java.util.Map;

/** Writes links as a document of their own, in JSON (RFC 9264 section 4.2). */
final class LinkSet {
    private LinkSet() {}

    /** @param links by their context */
    static byte[] write(Map<String, List<Link>> links) {
        ObjectNode document = JsonTree.node();
        links.forEach((anchor, targets) -> {
            ObjectNode context = document.withArray("linkset").addObject().put("anchor", anchor);
            targets.forEach(link -> {
                ObjectNode target = context.withArray(link.rel()).addObject().put("href", link.href());
                JsonTree.put(target, "type", link.type());
                JsonTree.put(target, "title", link.title());
            });
        });
        return JsonTree.lines(document);
    }
}
