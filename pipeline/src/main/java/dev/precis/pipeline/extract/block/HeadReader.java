package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.PageHead;
import dev.precis.pipeline.domain.page.RobotsRules;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Reads what a page's head tells crawlers. */
final class HeadReader {
    private HeadReader() {}

    static PageHead head(Document document) {
        List<URI> canonicals = document.select("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]").stream()
                .flatMap(link -> LinkReader.address(link).stream())
                .distinct()
                .toList();
        RobotsRules robots = document.select("meta[name][content]").stream()
                .filter(meta -> Stream.of("robots", RobotsRules.OURS).anyMatch(meta.attr("name")::equalsIgnoreCase))
                .map(meta -> RobotsRules.of(meta.attr("content")))
                .reduce(RobotsRules.NONE, RobotsRules::and);
        List<URI> feeds = document.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][type][href]").stream()
                .filter(link -> CaptureKind.FEED.isDeclared(link.attr("type")))
                .flatMap(link -> LinkReader.address(link).stream())
                .distinct()
                .toList();
        // two of them contradict each other, and tell nothing
        return new PageHead(canonicals.size() == 1 ? canonicals.stream().findFirst() : Optional.empty(), robots, feeds);
    }
}
