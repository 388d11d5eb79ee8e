package dev.precis.sparql.page;

import dev.precis.sparql.page.Desk.Room;
import dev.precis.sparql.page.compiled.JtedeskcheckGenerated;
import dev.precis.sparql.page.compiled.JtedeskdoubtsGenerated;
import dev.precis.sparql.page.compiled.JtedeskhomeGenerated;
import dev.precis.sparql.page.compiled.JtedeskkeyGenerated;
import dev.precis.sparql.page.compiled.JtedesklookGenerated;
import dev.precis.sparql.page.compiled.JtedeskquarantineGenerated;
import dev.precis.sparql.page.compiled.JtedesksnapshotGenerated;
import dev.precis.sparql.page.compiled.JtedesksummariesGenerated;
import dev.precis.sparql.page.compiled.JtedesksummaryGenerated;
import dev.precis.sparql.page.compiled.JtedesktellGenerated;
import dev.precis.sparql.page.compiled.JtedeskwithheldGenerated;
import dev.precis.sparql.page.compiled.JtedeskwriteGenerated;
import java.util.List;

/** Calls the templates of an editor's pages, as {@link Pages} does for readers. */
public final class DeskPages {
    private DeskPages() {}

    /** What asks for the key. */
    public static String key(Room room, String file) {
        return Pages.html(out -> JtedeskkeyGenerated.render(out, null, room, file));
    }

    /** Nothing but sentences, such as why something was refused. */
    public static String tell(Room room) {
        return Pages.html(out -> JtedesktellGenerated.render(out, null, room));
    }

    /** What there is to do. */
    public static String home(Room room, Desk.Home home) {
        return Pages.html(out -> JtedeskhomeGenerated.render(out, null, room, home));
    }

    /** What was read and not published. */
    public static String quarantine(Room room, List<Desk.Item> items, int ignored) {
        return Pages.html(out -> JtedeskquarantineGenerated.render(out, null, room, items, ignored));
    }

    /**
     * All of one item of it.
     *
     * @param text of its page, as far as it is kept
     */
    public static String withheld(Room room, Desk.Item item, String text) {
        return Pages.html(out -> JtedeskwithheldGenerated.render(out, null, room, item, text));
    }

    /** What a person should look at. */
    public static String doubts(Room room, Desk.Doubts doubts) {
        return Pages.html(out -> JtedeskdoubtsGenerated.render(out, null, room, doubts));
    }

    /** One doubt, or one summary, with what can be said of it. */
    public static String look(Room room, Desk.Look look) {
        return Pages.html(out -> JtedesklookGenerated.render(out, null, room, look));
    }

    /** A correction before it is saved. */
    public static String check(Room room, Desk.Check check) {
        return Pages.html(out -> JtedeskcheckGenerated.render(out, null, room, check));
    }

    /** The text of a page as it was captured. */
    public static String snapshot(Room room, List<Desk.Piece> text) {
        return Pages.html(out -> JtedesksnapshotGenerated.render(out, null, room, text));
    }

    /** Summaries whose names hold some words. */
    public static String summaries(Room room, String words, List<Desk.Summary> found, int count) {
        return Pages.html(out -> JtedesksummariesGenerated.render(out, null, room, words, found, count));
    }

    /** What can be decided of a summary. */
    public static String summary(Room room, Desk.Summary summary) {
        return Pages.html(out -> JtedesksummaryGenerated.render(out, null, room, summary));
    }

    /** A form for a new summary. */
    public static String write(Room room, Desk.Draft draft) {
        return Pages.html(out -> JtedeskwriteGenerated.render(out, null, room, draft));
    }
}
