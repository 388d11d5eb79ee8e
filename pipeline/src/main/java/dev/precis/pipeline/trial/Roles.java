package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.trial.Trial.TriedPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of each block of a page what it was taken for: by the places of what was read in the page's text; for lines
 * that are read for a word in them, by that word.
 */
final class Roles {
    /** Letters at most beside the topics in their line: "Posted in". */
    private static final int MOST_BESIDE = 20;

    private final Page page;
    private final Role[] roles;

    /** What a part of a page was taken for. */
    enum Role {
        TITLE("title"),
        LINE("date or author"),
        CITATION("citation"),
        REFERENCE("reference"),
        BODY("text"),
        IMPLICATIONS("implications"),
        TOPICS("topics"),
        BLOG("about the blog or the series"),
        LABEL("label of what follows"),
        LEFTOVER("left over");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A block, or a part of one that was taken for something else than the rest. */
    record Part(Role role, String text) {}

    private Roles(TriedPage tried) {
        this.page = tried.page();
        this.roles = new Role[page.text().length()];
        Arrays.fill(roles, Role.LEFTOVER);
    }

    /** All of the page's text in order. */
    static List<Part> of(TriedPage tried) {
        Roles roles = new Roles(tried);
        roles.place(tried);
        return roles.parts();
    }

    private void place(TriedPage tried) {
        mark(Role.BLOG, page.introduction().stream());
        mark(Role.BLOG, page.blurb().stream());
        for (Draft draft : page.drafts()) {
            mark(Role.BLOG, draft.preamble().stream());
            mark(Role.BODY, draft.body().stream());
            mark(Role.IMPLICATIONS, draft.implications().stream());
            mark(Role.REFERENCE, draft.references().stream());
            mark(Role.CITATION, draft.citations().stream());
            mark(Role.TITLE, Stream.of(draft.title()));
        }
        lines(tried);
    }

    private void mark(Role role, Stream<Passage> passages) {
        passages.filter(passage -> !passage.isEmpty()).forEach(passage -> {
            int start = passage.isPlaced() ? passage.start() : page.text().indexOf(passage.text());
            int end = Math.min(start + passage.text().length(), roles.length);
            if (start >= 0 && start < end) {
                Arrays.fill(roles, start, end, role);
            }
        });
    }

    /** Of the blocks that are nothing yet, those that were read for a date, a name or labels. */
    private void lines(TriedPage tried) {
        Set<Integer> passed = page.leftover().stream().map(Passage::start).collect(Collectors.toSet());
        for (int start = 0; start < roles.length; start = end(start) + 1) {
            int end = end(start);
            if (isFree(start, end)) {
                String text = page.text().substring(start, end);
                int slack = passed.contains(start) ? 0 : MOST_BESIDE;
                boolean told = tried.posts().stream().anyMatch(post -> tells(post, text));
                boolean topics = tried.posts().stream().anyMatch(post -> names(post, text, slack));
                boolean label = end + 1 < roles.length && heads(roles[end + 1]);
                Role role = told ? Role.LINE : topics ? Role.TOPICS : label ? Role.LABEL : Role.LEFTOVER;
                Arrays.fill(roles, start, end, role);
            }
        }
    }

    /** A date's witness quotes its line. */
    private static boolean tells(TriedPost post, String text) {
        String author = post.draft().author();
        boolean quoted = post.draft().witnesses().stream()
                .map(Witness::from)
                .anyMatch(from -> from.length() > 2 && from.equals("\"" + text + "\""));
        return quoted || (!author.isEmpty() && text.length() <= author.length() + 40 && text.contains(author));
    }

    /** @param slack letters that may stand beside the labels */
    private static boolean names(TriedPost post, String text, int slack) {
        String rest = text;
        for (String label : post.draft().labels()) {
            rest = rest.replace(label, "");
        }
        return !rest.equals(text) && rest.chars().filter(Character::isLetter).count() <= slack;
    }

    private static boolean heads(Role role) {
        return role == Role.IMPLICATIONS || role == Role.CITATION || role == Role.REFERENCE;
    }

    private int end(int start) {
        int end = page.text().indexOf('\n', start);
        return end < 0 ? roles.length : end;
    }

    private boolean isFree(int start, int end) {
        for (int i = start; i < end; i++) {
            if (roles[i] != Role.LEFTOVER) {
                return false;
            }
        }
        return end > start;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start < roles.length; start = end(start) + 1) {
            int end = end(start);
            for (int from = start; from < end; ) {
                int to = from + 1;
                while (to < end && roles[to] == roles[from]) {
                    to++;
                }
                String text = page.text().substring(from, to).strip();
                if (!text.isEmpty()) {
                    parts.add(new Part(roles[from], text));
                }
                from = to;
            }
        }
        return parts;
    }
}
