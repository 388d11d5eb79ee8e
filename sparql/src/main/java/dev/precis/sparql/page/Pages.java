package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Cited.Group;
import dev.precis.sparql.page.compiled.JteblogsGenerated;
import dev.precis.sparql.page.compiled.JteconceptGenerated;
import dev.precis.sparql.page.compiled.JtecountsGenerated;
import dev.precis.sparql.page.compiled.JtedirectoryGenerated;
import dev.precis.sparql.page.compiled.JteentryGenerated;
import dev.precis.sparql.page.compiled.JtegoneGenerated;
import dev.precis.sparql.page.compiled.JtehomeGenerated;
import dev.precis.sparql.page.compiled.JteletterGenerated;
import dev.precis.sparql.page.compiled.JtemonthGenerated;
import dev.precis.sparql.page.compiled.JtenodoiGenerated;
import dev.precis.sparql.page.compiled.JtenotfoundGenerated;
import dev.precis.sparql.page.compiled.JteownGenerated;
import dev.precis.sparql.page.compiled.JtepersonGenerated;
import dev.precis.sparql.page.compiled.JtequeriesGenerated;
import dev.precis.sparql.page.compiled.JtereleasesGenerated;
import dev.precis.sparql.page.compiled.JteresourceGenerated;
import dev.precis.sparql.page.compiled.JtereviewGenerated;
import dev.precis.sparql.page.compiled.JtesearchGenerated;
import dev.precis.sparql.page.compiled.JtesparqlGenerated;
import dev.precis.sparql.page.compiled.JtestatisticGenerated;
import dev.precis.sparql.page.compiled.JtestatisticsGenerated;
import dev.precis.sparql.page.compiled.JtesummaryGenerated;
import dev.precis.sparql.page.compiled.JtevocabularyGenerated;
import dev.precis.sparql.page.compiled.JteworkGenerated;
import dev.precis.sparql.page.compiled.JteworksGenerated;
import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Named.Statement;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.release.Release;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Calls the compiled templates: views in, HTML out. A template that does not fit its views does not compile. */
public final class Pages {
    private Pages() {}

    /** The newest month, the archive by month, and the topics of a blog; and its sister blogs. */
    public static String home(Frame frame, Home home) {
        return html(out -> JtehomeGenerated.render(out, null, frame, home));
    }

    /**
     * A page that a blog wrote itself.
     *
     * @param html that nothing runs in
     */
    public static String own(Frame frame, String html) {
        return html(out -> JteownGenerated.render(out, null, frame, html));
    }

    /** All blogs, where none is at the base itself. */
    public static String blogs(Frame frame, List<Blog> blogs) {
        return html(out -> JteblogsGenerated.render(out, null, frame, blogs));
    }

    /** What can be had whole, the newest first, and the files that describe each. */
    public static String releases(Frame frame, List<Release> releases, List<String> descriptions) {
        return html(out -> JtereleasesGenerated.render(out, null, frame, releases, descriptions));
    }

    /** A summary of the blog of that root, with its findings marked, and the plots of its estimates. */
    public static String summary(
            Frame frame, String root, Detail detail, Cite cite, Neighbours neighbours, List<Figure> figures) {
        SummaryText text = SummaryText.marked(detail, root, frame::href);
        return html(out -> JtesummaryGenerated.render(
                out,
                null,
                frame,
                detail,
                text,
                Told.of(frame.phrases(), detail, text.plain(), figures),
                ForestPlot.of(figures),
                cite,
                neighbours));
    }

    /** The summaries of a month. */
    public static String month(Frame frame, Listing listing, Neighbours neighbours) {
        return html(out -> JtemonthGenerated.render(out, null, frame, listing, neighbours));
    }

    /** The summaries of a topic or a type of research. */
    public static String concept(Frame frame, Listing listing, YearChart years, Plots plots) {
        return html(out -> JteconceptGenerated.render(out, null, frame, listing, years, plots));
    }

    /**
     * The summaries that were sought.
     *
     * @param topics where all topics are found
     */
    public static String search(Frame frame, String heading, Listing listing, String topics, Finder finder) {
        return html(out -> JtesearchGenerated.render(out, null, frame, heading, listing, topics, finder));
    }

    /** The statistics that occur. */
    public static String statistics(Frame frame, List<StatisticCount> counts, String review) {
        return html(out -> JtestatisticsGenerated.render(out, null, frame, counts, review));
    }

    /** All numbers of one statistic, the newest of them read. */
    public static String statistic(Frame frame, StatisticCount counted, List<Figure> newest, Plots plots) {
        return html(out -> JtestatisticGenerated.render(out, null, frame, counted, newest, plots));
    }

    /** What a person should look at. */
    public static String review(Frame frame, Review review) {
        return html(out -> JtereviewGenerated.render(out, null, frame, review));
    }

    /** All topics, or all types of research. */
    public static String counts(Frame frame, List<Count> counts) {
        return html(out -> JtecountsGenerated.render(out, null, frame, counts));
    }

    /** A cited work. */
    public static String work(Frame frame, Cited cited, Cite cite) {
        return html(out -> JteworkGenerated.render(out, null, frame, cited, cite));
    }

    /** Cited works, group by group, such as those of a year or a journal. */
    public static String works(Frame frame, List<Group> groups, Paging paging) {
        return venue(frame, groups, List.of(), paging);
    }

    /**
     * The cited works of a journal or book.
     *
     * @param spellings other names of it
     */
    public static String venue(Frame frame, List<Group> groups, List<Spelt> spellings, Paging paging) {
        return html(
                out -> JteworksGenerated.render(out, null, frame, groups, List.of(), "", List.of(), spellings, paging));
    }

    /**
     * All cited works, or the newest of them.
     *
     * @param years the pages of single years
     * @param lookUp where a DOI is looked up
     * @param indexes of the same by something else
     */
    public static String allWorks(
            Frame frame, List<Group> groups, List<Count> years, String lookUp, List<Named> indexes) {
        return html(out ->
                JteworksGenerated.render(out, null, frame, groups, years, lookUp, indexes, List.of(), Paging.NONE));
    }

    /**
     * Another spelling of a name.
     *
     * @param reason why it is taken for one, a sentence
     */
    public record Spelt(String name, String reason) {}

    /**
     * Somebody who wrote or edited works, or wrote summaries.
     *
     * @param spellings other names of theirs
     */
    public static String person(
            Frame frame, List<Item> written, List<Group> groups, List<Spelt> spellings, Paging paging) {
        return html(out -> JtepersonGenerated.render(out, null, frame, written, groups, spellings, paging));
    }

    /**
     * An index by letter, such as that of people.
     *
     * @param where the page on which each letter begins, if there are several
     * @param letters those on this page
     */
    public static String directory(
            Frame frame, String explanation, List<Named> where, List<Letter> letters, Paging paging) {
        return html(out -> JtedirectoryGenerated.render(out, null, frame, explanation, where, letters, paging));
    }

    /** Any other resource: what it says and what others say of it. */
    public static String resource(Frame frame, String iri, List<Statement> statements) {
        return html(out -> JteresourceGenerated.render(out, null, frame, iri, statements));
    }

    /** A vocabulary with all its terms. */
    public static String vocabulary(Frame frame, Vocabulary vocabulary) {
        return html(out -> JtevocabularyGenerated.render(out, null, frame, vocabulary));
    }

    /**
     * All questions: those that can be asked, and those that the pages ask.
     *
     * @param description where programs are told of the former
     * @param example what those of the latter are about that are about one resource
     */
    public static String queries(
            Frame frame, List<CompetencyQuery> questions, List<QueryFile> queries, String description, String example) {
        return html(out -> JtequeriesGenerated.render(
                out, null, frame, Questions.bySubject(questions), queries, description, example));
    }

    /** The form for a query of one's own, which a script makes an editor of. */
    public static String sparql(Frame frame, Asking asking) {
        return html(out -> JtesparqlGenerated.render(out, null, frame, asking));
    }

    public static String notFound(Frame frame, String path) {
        return html(out -> JtenotfoundGenerated.render(out, null, frame, path));
    }

    /** That something is not here any more, since when and why; the reason may be empty. */
    public static String gone(Frame frame, Instant since, String reason) {
        String day = Wording.day(frame.phrases(), since);
        return html(out -> JtegoneGenerated.render(out, null, frame, day, reason));
    }

    /** That no cited work has a DOI. */
    public static String noSuchDoi(Frame frame, String doi, String works) {
        return html(out -> JtenodoiGenerated.render(out, null, frame, doi, works));
    }

    /** A summary of the blog of that root as the content of a feed's entry: all links absolute. */
    public static String entry(Phrases phrases, Detail detail, String root) {
        return html(out -> JteentryGenerated.render(out, null, phrases, detail, SummaryText.unmarked(detail, root)));
    }

    /** The summaries of a month as the HTML of a message: whole, without pictures, all links absolute. */
    public static String letter(Named home, Named issue, String language, List<Detail> summaries) {
        return html(
                out -> JteletterGenerated.render(out, null, home, issue, language, Phrases.of(language), summaries));
    }

    static String html(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }

    /**
     * How often a type of statistic occurs.
     *
     * @param page what is published of it
     * @param intervals how many of the results can be plotted
     */
    public record StatisticCount(Named page, Statistic statistic, int estimates, int results, int intervals) {}

    /** What begins with the same letter in an index. */
    public record Letter(String letter, List<Count> entries) {
        public Letter {
            entries = List.copyOf(entries);
        }
    }
}
