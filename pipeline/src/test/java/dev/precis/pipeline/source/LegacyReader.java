package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads titles, months and links of {@link LegacySite}'s pages, and of nothing else. */
public final class LegacyReader implements Function<Capture, Page> {
    private static final Pattern MARK_UP = Pattern.compile("<h2>(.*?)</h2>|<h3>(.*?)</h3>|<a href=\"(.*?)\">(.*?)</a>");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    @Override
    public Page apply(Capture capture) {
        List<Draft> drafts = new ArrayList<>();
        List<Page.Link> links = new ArrayList<>();
        YearMonth month = YearMonth.of(2000, 1);
        Matcher matcher = MARK_UP.matcher(new String(capture.content(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                month = YearMonth.parse(matcher.group(1), MONTH);
            } else if (matcher.group(2) != null) {
                drafts.add(draft(capture, matcher.group(2), month));
            } else {
                String address = matcher.group(3).replace("&amp;", "&");
                links.add(new Page.Link(capture.address().resolve(address), matcher.group(4)));
            }
        }
        return new Page(capture.address(), capture.digest(), "", drafts, List.of(), List.of(), links, List.of());
    }

    private static Draft draft(Capture capture, String title, YearMonth month) {
        List<Passage> none = List.of();
        return new Draft(
                new Draft.Origin("legacy", capture.address(), capture.digest(), capture.captured()),
                Passage.of(title),
                PublicationDate.of(month),
                none,
                none,
                none,
                none,
                List.of(),
                "",
                List.of());
    }
}
