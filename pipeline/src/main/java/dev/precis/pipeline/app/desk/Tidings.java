package dev.precis.pipeline.app.desk;

import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.sparql.page.Desk.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of what was done, until the next page has told it: no sentence of ours is ever in an address. */
final class Tidings {
    private static final int MOST = 100;

    private final Map<String, List<Said>> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Said>> eldest) {
            return size() > MOST;
        }
    };

    /** Leads to a page that tells them. */
    synchronized DeskAnswer tell(String page, List<Said> said) {
        String name = UUID.randomUUID().toString();
        told.put(name, said);
        return DeskAnswer.to(page + (page.contains("?") ? "&" : "?") + "done=" + name);
    }

    DeskAnswer tell(String page, Answer answer) {
        return tell(page, said(answer));
    }

    /** What a command answered. */
    static List<Said> said(Answer answer) {
        boolean good = answer.code() == 0;
        List<Said> said = new ArrayList<>();
        if (!answer.result().isEmpty()) {
            said.add(new Said(answer.result(), good));
        }
        // what a command says after its first complaint about usage is how it is typed
        answer.complaints().stream()
                .takeWhile(line -> !line.startsWith("Usage: "))
                .map(line -> new Said(line, good))
                .forEach(said::add);
        return said;
    }

    /** What a page has to tell. */
    synchronized List<Said> of(DeskRequest request) {
        return told.getOrDefault(request.value("done"), List.of());
    }
}
