package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one source would give.
 *
 * @param profile by which it was read
 * @param pages in the order read
 * @param notices what was odd beyond single pages: files that are none, posts that disagree or do not conform
 */
public record Trial(SourceProfile profile, List<TriedPage> pages, List<Notice> notices) {
    public Trial {
        pages = List.copyOf(pages);
        notices = List.copyOf(notices);
    }

    /**
     * A page as it was read.
     *
     * @param posts its drafts, in order, each with what its labels mean
     */
    public record TriedPage(Page page, List<TriedPost> posts) {
        public TriedPage {
            posts = List.copyOf(posts);
        }

        /** What was odd about the page and its posts. */
        public Stream<Notice> notices() {
            return Stream.concat(
                    page.notices().stream(), posts.stream().flatMap(post -> post.draft().notices().stream()));
        }
    }

    /** All posts of all pages. */
    public List<TriedPost> posts() {
        return pages.stream().flatMap(page -> page.posts().stream()).toList();
    }

    /** All that was odd, each thing once. */
    public List<Notice> allNotices() {
        return Stream.concat(pages.stream().flatMap(TriedPage::notices), notices.stream())
                .distinct()
                .toList();
    }

    /** What would not be published: what is refused, and what could not be had. */
    public List<Notice> withheld() {
        return allNotices().stream().filter(Notice::isFailure).toList();
    }
}
