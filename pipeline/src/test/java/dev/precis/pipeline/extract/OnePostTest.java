package dev.precis.pipeline.extract;

import static dev.precis.pipeline.extract.Blog.ADVICE;
import static dev.precis.pipeline.extract.Blog.BODY;
import static dev.precis.pipeline.extract.Blog.CITATION;
import static dev.precis.pipeline.extract.Blog.OTHER_ADVICE;
import static dev.precis.pipeline.extract.Blog.OTHER_BODY;
import static dev.precis.pipeline.extract.Blog.OTHER_CITATION;
import static dev.precis.pipeline.extract.Blog.read;
import static dev.precis.pipeline.extract.Blog.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.domain.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show one post, in the ways in which the common systems dress it. */
class OnePostTest {
    private static final String TITLE = "Talking Uphill";
    private static final String DATE = "<p>3 May 2019</p>";
    private static final String IMPLICATIONS = "<h2>Practice implications</h2>" + p(ADVICE);

    private static String p(String text) {
        return "<p>" + text.replace("&", "&amp;") + "</p>";
    }

    private static Page page(String content) {
        return read("<title>" + TITLE + " | Paths and Benches</title><main><article><h1>" + TITLE + "</h1>" + content
                + "</article></main>");
    }

    private static Draft post(String content) {
        return only(page(content));
    }

    private static Draft only(Page page) {
        assertThat(page.kind()).isEqualTo(Page.Kind.POST);
        assertThat(page.drafts()).hasSize(1);
        assertThat(page.drafts().getFirst().title().text()).isEqualTo(TITLE);
        return page.drafts().getFirst();
    }

    private static void isWhole(Draft draft) {
        assertThat(draft.date()).hasToString("2019-05-03");
        assertThat(texts(draft.citations())).containsExactly(CITATION);
        assertThat(texts(draft.body())).containsExactly(BODY, OTHER_BODY);
        assertThat(texts(draft.implications())).containsExactly(ADVICE);
        assertThat(draft.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<h2>Reference</h2>",
                "<h3>References</h3>",
                "<h2>Primary paper</h2>",
                "<p><b>Source:</b></p>",
                "<p>Study reviewed:</p>",
                "<h4>Read the paper</h4>",
                "<h2>Quelle</h2>",
                "<h2>Référence</h2>",
                "<h2>Fuente</h2>",
                "<p><strong>References (<a href=x.pdf>pdf</a>)</strong></p>"
            })
    void attachesACitationBelowTheTextWhateverIsWrittenAboveIt(String label) {
        isWhole(post(DATE + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + label + p(CITATION)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aside", "div class=promo", "section class=sidebar"})
    void attachesACitationInABoxBesideTheTextIfALabelCallsItTheStudy(String box) {
        String boxed = "<" + box + "><p><b>Source</b></p>" + p(CITATION) + "</" + box.split(" ")[0] + ">";
        isWhole(post(DATE + boxed + p(BODY) + p(OTHER_BODY) + IMPLICATIONS));
        isWhole(post(DATE + p(BODY) + boxed + p(OTHER_BODY) + IMPLICATIONS));
    }

    @Test
    void attachesACitationAloneInABoxUnderTheTitleIfThePostCitesNothingElse() {
        String boxed = "<aside>" + p(CITATION) + "</aside>";
        isWhole(post(DATE + boxed + p(BODY) + p(OTHER_BODY) + IMPLICATIONS));
        Draft other = post(DATE + "<aside>" + p(OTHER_CITATION) + "</aside>" + p(BODY) + p(OTHER_BODY) + IMPLICATIONS
                + p(CITATION));
        isWhole(other);
        assertThat(other.references()).isEmpty();
    }

    @Test
    void leavesOutWhatASidebarCallsAStudy() {
        String sidebar = "<aside><h3>Featured study</h3>" + p(OTHER_CITATION) + "</aside>";
        String text = "<article><h1>" + TITLE + "</h1>" + DATE + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS
                + "</article>";
        isWhole(only(read("<title>" + TITLE + " | Paths and Benches</title>" + text + sidebar)));
        isWhole(only(read("<title>" + TITLE + " | Paths and Benches</title>" + sidebar + text)));
    }

    @Test
    void attachesACitationUnderTheTitleOrRunInAfterALabel() {
        isWhole(post(DATE + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS));
        isWhole(post(DATE + p("Citation: " + CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS));
        isWhole(post(DATE + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + p("Primary paper: " + CITATION)));
    }

    @Test
    void tellsTheStudyFromWhatIsCitedBesides() {
        Draft draft = post(DATE + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + "<h2>Links</h2><h3>Primary paper</h3>"
                + p(CITATION) + "<h3>Other references</h3>" + p(OTHER_CITATION) + "<h3>Photo credits</h3>"
                + p("Photo by Ada Roe"));
        isWhole(draft);
        assertThat(texts(draft.references())).containsExactly(OTHER_CITATION);
        assertThat(draft.witnesses()).contains(new Witness("citation", CITATION, "labelled as the study"));
    }

    @Test
    void keepsTheHeadingsOfSectionsInTheText() {
        Draft draft = post(DATE + p(CITATION) + "<h2>Methods</h2>" + p(BODY) + "<h2>Results</h2>" + p(OTHER_BODY)
                + IMPLICATIONS + "<h2>Implications for research</h2>" + p(OTHER_ADVICE));
        assertThat(texts(draft.body()))
                .containsExactly("Methods", BODY, "Results", OTHER_BODY, "Implications for research", OTHER_ADVICE);
        assertThat(texts(draft.implications())).containsExactly(ADVICE);
    }

    @Test
    void readsImplicationsThatStandBeforeTheText() {
        String first = "<h2>Practice implications</h2><ul><li>One thing to do.</li><li>Another one.</li></ul>";
        for (String content : new String[] {
            DATE + first + p(CITATION) + p(BODY) + p(OTHER_BODY),
            DATE + "<div>" + first + "</div>" + p(BODY) + p(OTHER_BODY) + p(CITATION)
        }) {
            Draft draft = post(content);
            assertThat(texts(draft.implications())).containsExactly("One thing to do.", "Another one.");
            assertThat(texts(draft.body())).containsExactly(BODY, OTHER_BODY);
            assertThat(texts(draft.citations())).containsExactly(CITATION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=comments><h3>2 Comments</h3><p>See also Roe, J. (2011). Sleep and its friends. Journal of"
                        + " Examples, 3(1), 4-9.</p></div>",
                "<h3>Related posts</h3><ul><li><a href=x>Another post</a></li></ul>",
                "<div class=author-box><h4>Ada Roe</h4><p>Ada Roe writes about services and is fond of hedgehogs, which"
                        + " visit her garden at night.</p></div>",
                "<p>The post Talking Uphill appeared first on Paths and Benches.</p>",
                "<div class=sharedaddy><h3>Share on</h3><ul><li><a href=x>Letter</a></li></ul></div>",
                "<p>Photo by Ada Roe on Pictures</p>",
                "<h2>Statement of interests</h2><p>None to declare.</p>",
                "<p>4 min read</p>"
            })
    void leavesOutWhatStandsBelowThePost(String below) {
        isWhole(post(DATE + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + below));
    }

    @Test
    void leavesOutABoxInTheTextAndReadsOn() {
        isWhole(post(DATE + p(CITATION) + p(BODY)
                + "<h4>You might also like</h4><ul><li><a href=x>Another post</a></li></ul>" + p(OTHER_BODY)
                + IMPLICATIONS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Tuesday, May 3, 2019 - 09:15</p>",
                "<p>3.5.2019</p>",
                "<p>3rd May 2019</p>",
                "<p>By ADA ROE and JAN DOE</p><p>May 3, 2019</p>",
                "<p>Published on 3 May 2019 by Ada Roe</p>",
                "<time datetime=2019-05-03T10:00:00Z>last Friday</time>",
            })
    void readsTheDayAsItIsPrinted(String line) {
        isWhole(post(line + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS));
    }

    @Test
    void flagsADayInNumbersThatNothingElseTellsHowToRead() {
        String rest = p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS;
        Draft draft = post("<p>03/05/2019</p>" + rest);
        assertThat(draft.date()).hasToString("2019-05-03");
        assertThat(draft.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("date-ambiguous");
            assertThat(notice.message()).contains("2019-05-03 or 2019-03-05").contains("en-GB");
        });
        String head = "<title>" + TITLE + "</title><main><article><h1>" + TITLE + "</h1><p>05/03/2019</p>" + rest;
        isWhole(only(read("<html lang=en-US>" + head)));
        isWhole(only(read("<meta property='article:published_time' content='2019-05-03'>" + head)));
        isWhole(only(read(head, "https://blog.example/2019/05/talking")));
        isWhole(only(read(head + "</article><p>Last change of this site: 05/28/2019</p></main>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Clara Whitlock</p><p>4 min read</p>" + DATE,
                "<ul><li>Clara Whitlock</li><li>3 May 2019</li></ul>",
                DATE + "<h1>Talking Uphill</h1><p>Clara Whitlock</p>",
                "<meta itemprop=datePublished content=2019-05-03><p>Clara Whitlock</p>"
            })
    void takesANameInTheLinesUnderTheTitleForTheAuthor(String lines) {
        String scope = "<div itemscope itemtype='https://schema.org/BlogPosting'>";
        Draft draft = only(read("<title>" + TITLE + "</title><main>" + scope + "<h1>" + TITLE + "</h1>" + lines
                + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + "</div></main>"));
        isWhole(draft);
        assertThat(draft.author()).isEqualTo("Clara Whitlock");
    }

    @Test
    void takesNoNameForTheAuthorThatTheTextUsesAsWords() {
        Draft draft = only(read("<title>" + TITLE + "</title><meta property='article:published_time'"
                + " content='2019-05-03'><main><article><h1>" + TITLE + "</h1><p>Field Bench</p>" + p(CITATION)
                + p(BODY) + p("On a bench in a field. " + OTHER_BODY) + IMPLICATIONS + "</article></main>"));
        assertThat(draft.author()).isNotEqualTo("Field Bench");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ol><li>A remark on the method. <a href=#r1>↩</a></li><li>Another one. <a href=#r2>↩︎</a></li></ol>",
                "<h2>Notes</h2><p>↑ A remark on the method.</p>"
            })
    void takesNoFootnoteForAdvice(String notes) {
        isWhole(post(DATE + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + notes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=author-box><h4>About the author</h4><p><strong>Ada Roe</strong></p>%s</div>",
                "<footer><h4>Ada Roe</h4>%s</footer>",
                "<h2>About the author</h2><p><b>Ada Roe</b></p>%s",
                "</div><table width='100%%'><tr><td><img src=a.jpg alt=''><h4>Ada Roe</h4>%s</td></tr></table><div>"
            })
    void takesTheAuthorOfABoxBelowTheTextWhereNothingElseTellsOne(String box) {
        String bio = p("Ada Roe writes about services, has done so for ten years, and is fond of hedgehogs.");
        String content =
                "<div>" + DATE + p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + box.formatted(bio) + "</div>";
        Draft draft = post(content);
        isWhole(draft);
        assertThat(draft.author()).isEqualTo("Ada Roe");
        assertThat(post("<p>By Bea Doe</p>" + content).author()).isEqualTo("Bea Doe");
    }

    @Test
    void whoIsSpokenOfInTheTextIsNoAuthor() {
        Draft draft = post(DATE + p(CITATION) + p(BODY) + "<h3>Carl Rogers</h3>"
                + p("Carl Rogers was not asked, though he had walked with everybody for a good part of his life.")
                + IMPLICATIONS);
        assertThat(draft.author()).isEmpty();
    }

    @Test
    void readsACitationBelowANoteOnInterests() {
        isWhole(post(DATE + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + "<h2>Disclosure</h2>"
                + p("The author has walked with one of the authors.") + p(CITATION)));
    }

    @Test
    void endsABoxInTheTextWhereItsFrameEnds() {
        Draft draft = post(DATE + p(CITATION) + p(BODY) + "<div class=x81><h4>Related reading</h4><ul><li><a"
                + " href=x>Another post</a></li></ul></div><table><tr><td>Walkers</td><td>150</td></tr></table>"
                + p(OTHER_BODY) + IMPLICATIONS);
        assertThat(texts(draft.body())).containsExactly(BODY, "Walkers", "150", OTHER_BODY);
    }

    @Test
    void choosesTheStudyAmongReferencesByWhoIsNamedInTheText() {
        String works = "<h2>References</h2>" + p(OTHER_CITATION) + p(CITATION)
                + p("Zeisig, A. (2011). Standing and waiting. Review of Benches, 2, 1-9.");
        Draft named = post(DATE + p("Amsel and Fink (2016) asked. " + BODY) + p(OTHER_BODY) + IMPLICATIONS + works);
        assertThat(texts(named.citations())).containsExactly(CITATION);
        assertThat(texts(named.references())).hasSize(2).contains(OTHER_CITATION);
        assertThat(named.witnesses())
                .contains(
                        new Witness("citation", CITATION, "in the references, named in the text"),
                        new Witness("reference", OTHER_CITATION, "not in the references, named in the text"));
        assertThat(named.notices()).isEmpty();
    }

    @Test
    void flagsAStudyThatNothingTellsFromOtherReferences() {
        Draft draft = post(DATE + p(BODY) + p(OTHER_BODY) + IMPLICATIONS + "<h2>References</h2>" + p(OTHER_CITATION)
                + p(CITATION));
        assertThat(texts(draft.citations())).containsExactly(OTHER_CITATION, CITATION);
        assertThat(draft.notices()).extracting(Notice::code).containsExactly("study-doubtful");
    }

    @Test
    void keepsTheCellsOfATableAlsoWhereTheyHoldOnlyANumber() {
        Draft draft = post(DATE + p(CITATION) + p(BODY) + "<table><tr><th>Group</th><th>n</th></tr><tr><td>Walkers</td>"
                + "<td>150</td></tr></table>" + IMPLICATIONS);
        assertThat(texts(draft.body())).containsExactly(BODY, "Group", "n", "Walkers", "150");
    }

    @Test
    void takesDayAndAuthorFromTheHead() {
        String head = "<script"
            + " type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"BlogPosting\",\"headline\":\"Talking"
            + " Uphill\",\"datePublished\":\"2019-05-03T08:00:00+00:00\",\"author\":{\"@id\":\"#ada\"}},{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada"
            + " Roe\"}]}</script>";
        String meta =
                "<meta property='og:type' content=article><meta property='og:title' content='Talking Uphill'><meta"
                    + " property='article:published_time' content='2019-05-03'><meta name=author content='Ada Roe'>";
        String content = p(CITATION) + p(BODY) + p(OTHER_BODY) + IMPLICATIONS;
        for (String declared : new String[] {head, meta}) {
            Draft draft = only(read(declared + "<div><h2>" + TITLE + "</h2>" + content + "</div>"));
            isWhole(draft);
            assertThat(draft.author()).isEqualTo("Ada Roe");
        }
    }

    @Test
    void tellsWhereThePageContradictsItself() {
        Draft draft = only(read("<title>Talking Uphill</title><meta property='article:published_time'"
                + " content='2019-05-03'><h1>" + TITLE + "</h1><p>Posted on 7 June 2018</p>" + p(CITATION) + p(BODY)
                + p(OTHER_BODY) + IMPLICATIONS));
        assertThat(draft.date()).hasToString("2019-05-03");
        assertThat(draft.notices()).extracting(Notice::code).containsExactly("date-disagrees");
    }

    @Test
    void takesADayInTheTextForNoDayOfThePost() {
        Draft draft = post(DATE + p(CITATION) + p("May 2012") + p(BODY) + IMPLICATIONS);
        assertThat(draft.date()).hasToString("2019-05-03");
        assertThat(texts(draft.body())).containsExactly("May 2012", BODY);

        Draft received = post(DATE + "<p>Received: 3 March 2018; accepted: 16 December 2018</p>" + p(CITATION) + p(BODY)
                + IMPLICATIONS);
        assertThat(received.date()).hasToString("2019-05-03");
    }

    @Test
    void readsALinkedListOfTopicsInTheLineAfterItsLabel() {
        Draft draft = post(DATE + p(CITATION) + p(BODY) + IMPLICATIONS
                + "<div class=label>Posted in:</div><div><a href=a>Hills</a> <a href=b>Paths</a></div>");
        assertThat(draft.labels()).containsExactly("Hills", "Paths");
    }

    @Test
    void publishesNoPageThatIsNoSummaryOfAStudy() {
        Page about = page(DATE + p(BODY) + p(OTHER_BODY));
        assertThat(about.drafts()).isEmpty();
        assertThat(about.notices()).extracting(Notice::code).containsExactly("no-summary");
    }

    @Test
    void cutsAListOfBoxesByTheirTitles() {
        String box = "<div class=row><div class=t><a href=/x>%s</a></div><p>Tuesday, May 3, 2019 -"
                + " 09:15</p><p>%s</p><p>%s</p><p><b>Reference:</b></p><p>%s</p></div>";
        Page page = read("<title>Digest | University</title><h1>Digest</h1>"
                + box.formatted(TITLE, BODY, ADVICE, CITATION.replace("&", "&amp;"))
                + box.formatted(
                        "A Bench by the River", OTHER_BODY, OTHER_ADVICE, OTHER_CITATION.replace("&", "&amp;")));
        assertThat(page.kind()).isEqualTo(Page.Kind.LIST);
        assertThat(page.drafts())
                .extracting(draft -> draft.title().text())
                .containsExactly(TITLE, "A Bench by the River");
        assertThat(texts(page.drafts().getFirst().citations())).containsExactly(CITATION);
        assertThat(page.drafts()).allSatisfy(draft -> assertThat(draft.date()).hasToString("2019-05-03"));
    }
}
