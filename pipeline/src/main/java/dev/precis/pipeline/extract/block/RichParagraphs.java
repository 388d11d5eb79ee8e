package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Takes paragraphs out of a text with its mark-up, and the elements that hold nothing without them. */
public final class RichParagraphs {
    /** One entry for each character of the text that is no white space: whether it stays. */
    private final List<Boolean> stays = new ArrayList<>();

    private int place;

    private RichParagraphs(List<Passage> all, List<Passage> left) {
        int next = 0;
        for (Passage passage : all) {
            boolean kept = next < left.size() && left.get(next).equals(passage);
            next += kept ? 1 : 0;
            Scope.tight(passage.text()).chars().forEach(letter -> stays.add(kept));
        }
    }

    /** The mark-up of the paragraphs of a post that are left of those that it had. */
    public static Draft.Rich left(Draft before, Draft after) {
        return new Draft.Rich(
                left(before.rich().body(), before.body(), after.body()),
                left(before.rich().implications(), before.implications(), after.implications()));
    }

    private static String left(String rich, List<Passage> all, List<Passage> left) {
        return rich.isEmpty() || all.equals(left) ? rich : new RichParagraphs(all, left).left(rich);
    }

    private String left(String rich) {
        Element body = Jsoup.parseBodyFragment(rich).body();
        List<Element> elements =
                body.select("*").stream().filter(Element::hasText).toList();
        body.nodeStream(TextNode.class).toList().forEach(text -> {
            if (!(text.parent() instanceof Element holder && holder.hasClass("picture"))) {
                text.text(left(text));
            }
        });
        for (Element element : elements.reversed()) {
            if (!element.hasText() && !element.nameIs("td") && !element.nameIs("th")) {
                element.remove();
            }
        }
        body.select("br").stream().filter(RichParagraphs::partsNothing).toList().forEach(Node::remove);
        return Marking.clean(body);
    }

    private String left(TextNode node) {
        StringBuilder left = new StringBuilder();
        for (char c : node.getWholeText().toCharArray()) {
            boolean letter = c != ' ';
            // a space goes with what stands before it
            if (place < stays.size() ? stays.get(letter || place == 0 ? place : place - 1) : !letter) {
                left.append(c);
            }
            place += letter ? 1 : 0;
        }
        return left.toString();
    }

    private static boolean partsNothing(Element lineBreak) {
        return isNothing(lineBreak.previousSibling()) || isNothing(lineBreak.nextSibling());
    }

    private static boolean isNothing(@Nullable Node node) {
        return node == null || (node instanceof TextNode text && text.isBlank());
    }
}
