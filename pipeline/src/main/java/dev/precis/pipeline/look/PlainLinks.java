package dev.precis.pipeline.look;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/** Writes of a link its words alone, where the library would write its address, too. */
record PlainLinks(TextContentNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class);
    }

    @Override
    public void render(Node link) {
        for (Node part = link.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
    }
}
