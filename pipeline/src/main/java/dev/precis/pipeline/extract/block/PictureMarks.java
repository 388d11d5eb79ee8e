package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.domain.page.PictureLink;
import dev.precis.pipeline.domain.page.Pictures;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Puts the pictures that were captured into a text with its mark-up, each where its page has it. */
public final class PictureMarks {
    /** Where scripts that load pictures late keep the address; {@code src} has a stand-in then, or nothing. */
    private static final String[] LATE = {"data-src", "data-lazy-src", "data-original"};

    private static final String SEPARATOR = " ";
    private static final int SMALL = 32;
    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,4})(?:px)?\\s*");
    /** What the common systems call pictures that are a letter, a button or a face. */
    private static final Pattern ORNAMENT = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:emojis?|smil(?:ey|ies)|g?r?avatars?|(?:fav)?icons?|social|sharing|shar(?:e|ing)-?buttons?)(?:$|[\\s_-])");

    private static final Pattern ORNAMENT_ADDRESS =
            Pattern.compile("(?i)//[^/]*gravatar\\.com/|/(?:emoji|emoticons|smilies)/");
    private static final int ABOVE = 3;

    private final Pictures captured;
    private final Function<Picture, String> names;
    private final int most;
    private int kept;

    private PictureMarks(Pictures captured, Function<Picture, String> names, int most) {
        this.captured = captured;
        this.names = names;
        this.most = most;
    }

    /** A picture as its page has it, to be put in later; its words where it is an ornament. */
    static Optional<Element> mark(Element image) {
        String attribute = attribute(image);
        String written = image.attr(attribute).strip();
        if (written.isEmpty() || Marking.isPixel(image) || isOrnament(image)) {
            return Marking.words(image);
        }
        // an address has no space; what a page writes may have any
        String found = image.absUrl(attribute).replace(SEPARATOR, "%20") + SEPARATOR + written;
        return Optional.of(new Element("img")
                .attr("alt", Texts.normalise(image.attr("alt")))
                .attr("src", found));
    }

    private static String attribute(Element image) {
        String usual = image.attr("src").strip();
        return usual.isEmpty() || usual.startsWith("data:")
                ? Stream.of(LATE)
                        .filter(late -> !image.attr(late).isBlank())
                        .findFirst()
                        .orElse("src")
                : "src";
    }

    private static boolean isOrnament(Element image) {
        boolean small = Stream.of("width", "height").allMatch(side -> {
            var size = NUMBER.matcher(image.attr(side));
            return size.matches() && Integer.parseInt(size.group(1)) <= SMALL;
        });
        return small
                || ORNAMENT_ADDRESS.matcher(image.attr("src")).find()
                || Stream.concat(Stream.of(image), image.parents().stream().limit(ABOVE))
                        .anyMatch(
                                element -> ORNAMENT.matcher(element.className()).find());
    }

    /** The text as the page has it, if there is a picture in it. */
    static String asFound(String marked) {
        return marked.contains("<img ") ? marked : "";
    }

    /**
     * The post with its pictures; of one that could not be had the words stay.
     *
     * @param names under which pictures are published
     * @param most pictures of the post
     */
    public static Draft fill(Draft draft, Pictures captured, Function<Picture, String> names, int most) {
        Draft.Rich rich = draft.rich();
        if (most == 0
                || (rich.bodyAsFound().isEmpty() && rich.implicationsAsFound().isEmpty())) {
            return draft;
        }
        PictureMarks marks = new PictureMarks(captured, names, most);
        return draft.withRich(new Draft.Rich(
                marks.fill(rich.body(), rich.bodyAsFound()),
                marks.fill(rich.implications(), rich.implicationsAsFound())));
    }

    private String fill(String without, String asFound) {
        int before = kept;
        Element body = Jsoup.parseBodyFragment(asFound).body();
        for (Element image : body.select("img")) {
            Optional<Picture> picture = picture(image.attr("src"));
            picture.ifPresentOrElse(known -> put(known, image), () -> leave(image));
        }
        return kept == before ? without : Marking.clean(body);
    }

    private Optional<Picture> picture(String found) {
        int separator = found.indexOf(SEPARATOR);
        PictureLink link = new PictureLink(found.substring(0, separator), found.substring(separator + 1));
        if (kept == most) {
            captured.passOver(link, "is one more than " + most + " of its post (profile, pictures.most)");
            return Optional.empty();
        }
        return captured.find(link);
    }

    private void put(Picture picture, Element image) {
        kept++;
        String words = image.attr("alt");
        image.clearAttributes();
        image.attr("alt", words)
                .attr("height", Integer.toString(picture.height()))
                .attr("src", names.apply(picture))
                .attr("width", Integer.toString(picture.width()));
        Element holder = image.parent();
        // a paragraph in a figure was made for words
        if (holder != null
                && holder.nameIs("p")
                && holder.parent() instanceof Element figure
                && figure.nameIs("figure")) {
            boolean alone = holder.childNodeSize() == 1;
            if (alone) {
                holder.unwrap();
            }
        }
    }

    /** Without the picture: its words, else nothing, nor what held it alone. */
    private static void leave(Element image) {
        Element holder = image.parent();
        Optional<Element> words = Marking.words(image);
        if (words.isPresent()) {
            image.replaceWith(words.get());
            return;
        }
        if (image.previousSibling() instanceof TextNode before
                && image.nextSibling() instanceof TextNode after
                && before.getWholeText().endsWith(" ")
                && after.getWholeText().startsWith(" ")) {
            after.text(after.getWholeText().substring(1));
        }
        image.remove();
        while (holder != null && !holder.nameIs("body") && !isCell(holder) && isEmpty(holder)) {
            Element outer = holder.parent();
            holder.remove();
            holder = outer;
        }
    }

    private static boolean isCell(Element element) {
        return element.nameIs("td") || element.nameIs("th");
    }

    private static boolean isEmpty(Element element) {
        return !element.hasText() && element.selectFirst("img") == null;
    }
}
