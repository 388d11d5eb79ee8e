package dev.precis.pipeline.app.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.sparql.page.Desk.Room;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk of an editor: who asks is looked at first, then the page that is asked for answers. What is asked by GET
 * changes nothing. All addresses are relative, so that a proxy can have it anywhere.
 */
public final class Desk implements HttpHandler {
    /** Where it is on the admin port. */
    public static final String PATH = "/desk/";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Map<String, String> STYLES = Map.of(
            "site.css", "/dev/precis/sparql/site/service/static/site.css",
            "desk.css", "/dev/precis/sparql/page/desk.css");

    private final DeskGuard guard;
    private final Tidings tidings = new Tidings();
    private final String site;
    private final Map<String, Function<DeskRequest, DeskAnswer>> pages = new HashMap<>();
    private final Map<String, Function<DeskRequest, DeskAnswer>> forms = new HashMap<>();

    public Desk(Office office) {
        this.guard = new DeskGuard(DeskKey.of(office.archive().store()));
        this.site = office.base();
        Overview overview = new Overview(office, this::room, tidings);
        pages.put("", overview::page);
        forms.put("crawl", overview::crawl);
        QuarantineDesk quarantine = new QuarantineDesk(office, this::room, tidings);
        pages.put("quarantine", quarantine::list);
        pages.put("withheld", quarantine::item);
        forms.put("retry", quarantine::retry);
        forms.put("ignore", quarantine::ignore);
        ReviewDesk review = new ReviewDesk(office, this::room, tidings);
        pages.put("doubts", review::list);
        pages.put("look", review::look);
        pages.put("snapshot", review::snapshot);
        CorrectionDesk corrections = new CorrectionDesk(office, this::room, tidings);
        forms.put("correct", corrections::check);
        forms.put("save", corrections::save);
        SummaryDesk summaries = new SummaryDesk(office, this::room, tidings);
        pages.put("summaries", summaries::list);
        pages.put("summary", summaries::summary);
        forms.put("remove", summaries::remove);
        forms.put("reinstate", summaries::reinstate);
        forms.put("redirect", summaries::redirect);
        WritingDesk writing = new WritingDesk(office, this::room, tidings);
        pages.put("write", writing::begin);
        forms.put("write", writing::write);
    }

    private Room room(String title, DeskRequest request) {
        return new Room(title, guard.token(), site, tidings.of(request));
    }

    private static Room outside(String title, Said... said) {
        return new Room(title, "", "", List.of(said));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private DeskAnswer answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals(PATH.substring(0, PATH.length() - 1))) {
            return DeskAnswer.to("desk/");
        }
        try {
            return answer(DeskRequest.of(exchange, PATH));
        } catch (DeskRequest.TooLargeException large) {
            return refused(413, "Too much", "A form is at most 1 MiB.");
        } catch (RuntimeException | InternalError e) {
            Failure failure = Failure.of(e);
            LOG.error(
                    "{} {}: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    failure.sentence());
            return refused(500, "It failed", failure.sentence());
        }
    }

    private DeskAnswer answer(DeskRequest request) {
        boolean post = request.method().equals("POST");
        if (!post && !request.method().equals("GET") && !request.method().equals("HEAD")) {
            return refused(405, "No such method", "There are pages and forms here.")
                    .with("Allow", "GET, HEAD, POST");
        }
        String style = STYLES.get(request.page());
        if (style != null && !post) {
            return DeskAnswer.style(resource(style));
        }
        if (post && request.page().equals("enter")) {
            return enter(request);
        }
        if (!guard.isKnown(request)) {
            return post
                    ? refused(403, "Who are you?", "This browser is not known here; nothing was done.")
                    : key(200, List.of());
        }
        Optional<String> refusal = post ? guard.refusal(request) : Optional.empty();
        if (refusal.isPresent()) {
            return refused(403, "Nothing was done", refusal.get());
        }
        Function<DeskRequest, DeskAnswer> page = (post ? forms : pages).get(request.page());
        return page == null
                ? refused(404, "No such page", "There is nothing here under this address.")
                : page.apply(request);
    }

    private DeskAnswer enter(DeskRequest request) {
        Optional<String> foreign = guard.foreign(request);
        if (foreign.isPresent()) {
            return refused(403, "Nothing was done", foreign.get());
        }
        return guard.hasKey(request)
                ? guard.letIn(request, DeskAnswer.to("./"))
                : key(403, List.of(new Said("This is not the key.", false)));
    }

    private static DeskAnswer key(int status, List<Said> said) {
        return DeskAnswer.page(status, DeskPages.key(new Room("Enter", "", "", said), DeskKey.FILE));
    }

    private static DeskAnswer refused(int status, String title, String why) {
        return DeskAnswer.page(status, DeskPages.tell(outside(title, new Said(why, false))));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Room.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
