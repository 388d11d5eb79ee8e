package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts and pages for the tests of what happens to them. */
final class Posts {
    static final Instant CAPTURED = Instant.parse("2020-01-01T00:00:00Z");
    static final URI HOME = URI.create("https://socialsciences.uottawa.ca/pprnet/blog");

    private Posts() {}

    /** A whole post of May 2021. */
    static Draft post(String title, String body, String... labels) {
        return new Draft(
                new Draft.Origin("pprnet", HOME, "0".repeat(64), Optional.of(CAPTURED)),
                Passage.of(title),
                PublicationDate.of(YearMonth.of(2021, 5)),
                List.of(Passage.of("Doe, J. (2020). The title of it. Psychotherapy, 12, 34-56.")),
                List.of(),
                List.of(Passage.of(body)),
                List.of(Passage.of("Ask.")),
                List.of(labels),
                "",
                List.of());
    }

    static Draft without(Draft draft, String missing) {
        return draft.withNotices(
                List.of(Notice.warning(missing, draft.origin().address().toString(), "missing in this reading")));
    }

    /** A page that shows these posts, each as read there. */
    static Page page(String address, Draft... drafts) {
        return page(address, "0".repeat(64), Optional.of(CAPTURED), drafts);
    }

    /** A page that was captured at that time, or at none that it says. */
    static Page capture(String address, String instant, Draft... drafts) {
        Optional<Instant> captured = instant.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(instant));
        return page(address, instant.replaceAll("\\D", ""), captured, drafts);
    }

    private static Page page(String address, String snapshot, Optional<Instant> captured, Draft... drafts) {
        URI uri = HOME.resolve(address);
        List<Draft> shown = new ArrayList<>();
        for (Draft draft : drafts) {
            shown.add(new Draft(
                    new Draft.Origin("pprnet", uri, snapshot, captured),
                    draft.title(),
                    draft.date(),
                    draft.citations(),
                    draft.preamble(),
                    draft.body(),
                    draft.implications(),
                    draft.labels(),
                    draft.author(),
                    draft.notices()));
        }
        return new Page(uri, snapshot, "", shown, List.of(), List.of(), List.of(), List.of());
    }

    /** The HTML of a page with posts of one month. */
    static Capture html(String address, String month, Draft... drafts) {
        StringBuilder html = new StringBuilder("<html><body><h2>" + month + "</h2>\n");
        for (Draft draft : drafts) {
            html.append("<h3>").append(draft.title().text()).append("</h3>\n<p>");
            html.append(draft.citations().getFirst().text()).append("</p>\n<p>");
            html.append(draft.body().getFirst().text()).append("</p>\n<h4>Practice Implications</h4>\n<p>");
            html.append(draft.implications().getFirst().text()).append("</p>\n");
        }
        byte[] content = html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
        return new Capture(HOME.resolve(address), CAPTURED, "text/html; charset=utf-8", content);
    }
}
