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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks for a page, and tells what came instead where none did. */
final class Asking {
    private final CrawlScope scope;
    private final Fetcher fetcher;
    private final Predicate<URI> isSource;
    private final Consumer<Notice> notices;
    private final Set<URI> missing = new HashSet<>();
    private boolean failed;

    /** @param isSource whether something was read at an address before */
    Asking(CrawlScope scope, Fetcher fetcher, Predicate<URI> isSource, Consumer<Notice> notices) {
        this.scope = scope;
        this.fetcher = fetcher;
        this.isSource = isSource;
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
            missing.add(address);
            failed |= first;
            if (first || scope.isListing(address) || isSource.test(address)) {
                unreachable(e);
            } else {
                note("dead-link", e.address(), e.reason() + ", though something links to it");
            }
        } catch (UnreachableException e) {
            failed = true;
            unreachable(e);
        }
        return Optional.empty();
    }

    /** The addresses where there was nothing (404, 410). */
    Set<URI> missing() {
        return missing;
    }

    /** Whether something did not answer that may be there. */
    boolean hasFailed() {
        return failed;
    }

    private void unreachable(UnreachableException failure) {
        notices.accept(Notice.warning("unreachable", failure.address().toString(), failure.reason()));
    }

    private void note(String code, URI address, String message) {
        notices.accept(Notice.info(code, address.toString(), message));
    }
}
