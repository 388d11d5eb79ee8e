package dev.precis.sparql.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.page.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes links as a document of their own, in JSON (RFC 9264 section 4.2). */
final class LinkSet {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LinkSet() {}

    /** @param links by their context */
    static byte[] write(Map<String, List<Link>> links) {
        ObjectNode document = JSON.createObjectNode();
        links.forEach((anchor, targets) -> {
            ObjectNode context = document.withArray("linkset").addObject().put("anchor", anchor);
            targets.forEach(link -> {
                ObjectNode target = context.withArray(link.rel()).addObject().put("href", link.href());
                if (!link.type().isEmpty()) {
                    target.put("type", link.type());
                }
                if (!link.title().isEmpty()) {
                    target.put("title", link.title());
                }
            });
        });
        try {
            return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }
}
