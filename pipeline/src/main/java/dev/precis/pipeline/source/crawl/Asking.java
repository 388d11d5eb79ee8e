package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.ForbiddenException;
import dev.precis.pipeline.source.MissingException;
import dev.precis.pipeline.source.UnreachableException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for a page, and tells what came instead where none did. */
final class Asking {
    private final CrawlScope scope;
    private final Fetcher fetcher;
    private final Consumer<Notice> notices;

    Asking(CrawlScope scope, Fetcher fetcher, Consumer<Notice> notices) {
        this.scope = scope;
        this.fetcher = fetcher;
        this.notices = notices;
    }

    /** @param first whether this is the address that the crawl begins at, without which there is nothing */
    Optional<Capture> ask(URI address, boolean first) {
        try {
            Capture capture = fetcher.fetch(address);
            boolean html = capture.contentType().isBlank() || CaptureKind.PAGE.isDeclared(capture.contentType());
            if (!html) {
                note("not-html", address, "is " + capture.contentType() + ", passed over");
            } else if (first || scope.test(capture.address())) {
                return Optional.of(capture);
            } else {
                note(
                        "redirected-away",
                        address,
                        "leads to " + capture.address() + ", which is outside of what this crawl follows (profile,"
                                + " listing.follow)");
            }
        } catch (ForbiddenException e) {
            Severity severity = first ? Severity.WARNING : Severity.INFO;
            notices.accept(new Notice(severity, "forbidden", e.address().toString(), e.reason()));
        } catch (MissingException e) {
            if (first || scope.isListing(address) || fetcher.hasKnown(address)) {
                unreachable(e);
            } else {
                note("dead-link", e.address(), e.reason() + ", though something links to it");
            }
        } catch (UnreachableException e) {
            unreachable(e);
        }
        return Optional.empty();
    }

    private void unreachable(UnreachableException failure) {
        notices.accept(Notice.warning("unreachable", failure.address().toString(), failure.reason()));
    }

    private void note(String code, URI address, String message) {
        notices.accept(Notice.info(code, address.toString(), message));
    }
}
