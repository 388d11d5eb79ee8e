package dev.precis.pipeline.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Witness;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void keepsAllOfItsPostsUnderItsOwnAddress() {
        URI asked = URI.create("https://owl.example/?p=1");
        URI own = URI.create("https://owl.example/walks/");
        Draft draft = new Draft(
                new Draft.Origin("owl", asked, "00", Optional.empty()),
                new Passage("A walk", 0),
                PublicationDate.of(YearMonth.of(2020, 3)),
                List.of(),
                List.of(new Passage("Roe, J. (2019). Background. Walks, 1, 2-3.", 7)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(new Witness("title", "A walk", "h1")),
                List.of());
        Page page = new Page(asked, "00", "A walk", List.of(draft), List.of(), List.of(), List.of(), List.of());

        Draft moved = page.at(own).drafts().getFirst();
        assertThat(moved.origin().address()).isEqualTo(own);
        assertThat(moved.references()).isEqualTo(draft.references());
        assertThat(moved.witnesses()).isEqualTo(draft.witnesses());
    }
}
