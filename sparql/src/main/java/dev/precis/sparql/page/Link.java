package dev.precis.sparql.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A typed link of a document (RFC 8288), shown in the page's head and sent in the Link header.
 *
 * @param rel the relation, such as {@code alternate}
 * @param href an absolute address
 * @param type the media type of the target
 * @param title may be empty
 */
public record Link(String rel, String href, String type, String title) {
    /**
     * The feeds of one list, which differ in their format only.
     *
     * @param title of the list
     * @param feeds each with the name of its format as title
     */
    public record Following(String title, List<Link> feeds) {
        public Following {
            feeds = List.copyOf(feeds);
        }

        /** @param feeds whose titles end in the format, such as {@code The Practice Letter (RSS)} */
        static List<Following> of(List<Link> feeds) {
            Map<String, List<Link>> lists = new LinkedHashMap<>();
            for (Link feed : feeds) {
                int format = feed.title().lastIndexOf(" (");
                String list = format < 0 ? feed.title() : feed.title().substring(0, format);
                String name = format < 0
                        ? feed.title()
                        : feed.title().substring(format + 2, feed.title().length() - 1);
                lists.computeIfAbsent(list, l -> new ArrayList<>())
                        .add(new Link(feed.rel(), feed.href(), feed.type(), name));
            }
            return lists.entrySet().stream()
                    .map(list -> new Following(list.getKey(), list.getValue()))
                    .toList();
        }
    }
}
