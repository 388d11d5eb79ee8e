package dev.precis.sparql.page;

import dev.precis.sparql.page.compiled.JteblogsGenerated;
import dev.precis.sparql.page.compiled.JtecountsGenerated;
import dev.precis.sparql.page.compiled.JteentryGenerated;
import dev.precis.sparql.page.compiled.JtehomeGenerated;
import dev.precis.sparql.page.compiled.JteitemsGenerated;
import dev.precis.sparql.page.compiled.JtenotfoundGenerated;
import dev.precis.sparql.page.compiled.JtequeriesGenerated;
import dev.precis.sparql.page.compiled.JteresourceGenerated;
import dev.precis.sparql.page.compiled.JtereviewGenerated;
import dev.precis.sparql.page.compiled.JtesparqlGenerated;
import dev.precis.sparql.page.compiled.JtestatisticGenerated;
import dev.precis.sparql.page.compiled.JtestatisticsGenerated;
import dev.precis.sparql.page.compiled.JtesummaryGenerated;
import dev.precis.sparql.page.compiled.JtevocabularyGenerated;
import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Item;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.query.Statement;
import dev.precis.sparql.query.Statistic;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.function.Consumer;

/** Calls the compiled templates: views in, HTML out. A template that does not fit its views does not compile. */
public final class Pages {
    private Pages() {}

    /** The newest month, the archive by month, and the topics of a blog; and its sister blogs. */
    public static String home(
            Frame frame, Blog blog, List<Item> newest, List<Count> months, List<Count> topics, List<Blog> others) {
        return html(out -> JtehomeGenerated.render(out, null, frame, blog, newest, Year.of(months), topics, others));
    }

    /** All blogs, where none is at the base itself. */
    public static String blogs(Frame frame, List<Blog> blogs) {
        return html(out -> JteblogsGenerated.render(out, null, frame, blogs));
    }

    /** A summary with its findings marked, and the plots of its estimates. */
    public static String summary(Frame frame, Detail detail, List<Figure> figures) {
        MarkedText text = MarkedText.of(detail.body(), detail.findings());
        return html(out -> JtesummaryGenerated.render(
                out, null, frame, detail, text, Readings.of(figures), ForestPlot.of(figures)));
    }

    /** The summaries of a month, a topic or a type of research. */
    public static String items(Frame frame, List<Item> items, List<Figure> figures) {
        return html(out -> JteitemsGenerated.render(out, null, frame, items, ForestPlot.of(figures)));
    }

    /** The statistics that occur. */
    public static String statistics(Frame frame, List<StatisticCount> counts, String review) {
        return html(out -> JtestatisticsGenerated.render(out, null, frame, counts, review));
    }

    /** All numbers of one statistic. */
    public static String statistic(Frame frame, Statistic statistic, List<Figure> figures) {
        return html(out -> JtestatisticGenerated.render(out, null, frame, statistic, figures, ForestPlot.of(figures)));
    }

    /** What a person should look at. */
    public static String review(Frame frame, Review review) {
        return html(out -> JtereviewGenerated.render(out, null, frame, review));
    }

    /** All topics, or all types of research. */
    public static String counts(Frame frame, List<Count> counts) {
        return html(out -> JtecountsGenerated.render(out, null, frame, counts));
    }

    /** Any other resource: what it says and what others say of it. */
    public static String resource(Frame frame, String iri, List<Statement> statements) {
        return html(out -> JteresourceGenerated.render(out, null, frame, iri, statements));
    }

    /** A vocabulary with all its terms. */
    public static String vocabulary(Frame frame, Vocabulary vocabulary) {
        return html(out -> JtevocabularyGenerated.render(out, null, frame, vocabulary));
    }

    /** All questions; those about one resource are asked about the example. */
    public static String queries(Frame frame, List<QueryFile> queries, String example) {
        return html(out -> JtequeriesGenerated.render(out, null, frame, queries, example));
    }

    /** The form for a query of one's own. */
    public static String sparql(Frame frame, String example) {
        return html(out -> JtesparqlGenerated.render(out, null, frame, example));
    }

    public static String notFound(Frame frame, String path) {
        return html(out -> JtenotfoundGenerated.render(out, null, frame, path));
    }

    /** A summary as the content of a feed's entry: all links absolute. */
    public static String entry(Detail detail) {
        return html(out -> JteentryGenerated.render(out, null, detail));
    }

    private static String html(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
