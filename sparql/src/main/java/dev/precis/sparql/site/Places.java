package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Selection;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything is found that has no name in our graphs: the only place that says so. What has one is found at its
 * name, which {@link IriTemplate} makes.
 *
 * @param answering the base of the site that answers questions, which a site of files cannot; empty if none does
 */
public record Places(Base base, String answering) {
    /** What the address of every search ends in. */
    public static final String SEARCH = "search";

    private static final String STATIC = "static/";
    private static final String YEAR = "year/";
    private static final String STATISTICS = "statistics";
    private static final String DOI = "doi";
    private static final String UNAPI = "unapi";
    private static final String OAI = "oai";
    private static final String CHANGES = "ldes";
    private static final String LOOK = "look/";
    /** The parameter of an address that says which page of a list is meant. */
    public static final String PAGE = "page";

    /** Of a site that answers questions itself. */
    public Places(Base base) {
        this(base, base.iri());
    }

    /**
     * Whether questions are answered here: by the endpoint, and by whatever else makes an answer of what it is asked.
     */
    public boolean answers() {
        return answering.equals(base.iri());
    }

    /** Whether questions are answered anywhere. */
    public boolean areAnswered() {
        return !answering.isEmpty();
    }

    /** The editor for queries, and where they are answered. */
    public String endpoint() {
        return IriTemplate.ENDPOINT.of(answering);
    }

    /**
     * What is said here in the place of a resource: in that of an endpoint here the one that answers.
     *
     * @return empty if the resource is an endpoint here, and none answers
     */
    public Optional<String> told(String iri) {
        if (answers() || !iri.equals(IriTemplate.ENDPOINT.of(base.iri()))) {
            return Optional.of(iri);
        }
        return areAnswered() ? Optional.of(endpoint()) : Optional.empty();
    }

    /** All questions that can be asked. */
    public String questions() {
        return answering + "queries";
    }

    /** One of them, with a form to fill in. */
    public String question(String name) {
        return questions() + "#" + name;
    }

    /** The name of one of them, which the addresses of its answers begin with. */
    public String answer(String question) {
        return IriTemplate.QUESTION.of(base.iri(), question);
    }

    /** What an address of ours has below the base. */
    public String local(String address) {
        return base.local(address);
    }

    /** What the names of all questions begin with. */
    public String api() {
        return base.iri() + "api/";
    }

    /** What programs are told of the questions. */
    public String apiDescription() {
        return answer("openapi.json");
    }

    /** The JSON-LD context. */
    public String context() {
        return base.iri() + "context/v1.jsonld";
    }

    /** A file that every page may need. */
    public String file(String name) {
        return base.iri() + STATIC + name;
    }

    /** A file of the editor for queries. */
    public String editorFile(String name) {
        return file("editor/" + name);
    }

    /** The folder of the library that the editor is made with. */
    public String library(String version) {
        return file("yasqe/" + version + "/");
    }

    /** The library that a site of files is searched with. */
    public String finder(String version) {
        return file("lunr/" + version + "/lunr.min.js");
    }

    /** The summaries of a blog as a site of files searches them. */
    public static String documents(Blog blog) {
        return search(blog) + "/documents.json";
    }

    /** The rules for robots. */
    public String robots() {
        return base.iri() + "robots.txt";
    }

    /** The list of all pages, or of its parts. */
    public String sitemap() {
        return base.iri() + "sitemap.xml";
    }

    /** A part of that list, from 1. */
    public String sitemap(int part) {
        return base.iri() + "sitemap-" + part + ".xml";
    }

    /** Where libraries harvest. */
    public String oai() {
        return base.iri() + OAI;
    }

    /** Where those begin who follow what changes. */
    public String changes() {
        return base.iri() + CHANGES;
    }

    /** A page of what changed in a month, from 1. */
    public String changes(YearMonth month, int part) {
        return changes() + "/" + month + (part == 1 ? "" : "/" + part);
    }

    /** Where reference managers take works. */
    public String unapi() {
        return answers() ? base.iri() + UNAPI : "";
    }

    /** All releases. */
    public String releases() {
        return IriTemplate.DATA_SETS.of(base.iri());
    }

    /** What the addresses of their files begin with. */
    public String releaseFiles() {
        return releases() + "/";
    }

    /** The document of a vocabulary of ours. */
    public String vocabulary(String namespace) {
        return base.iri(namespace.endsWith("#") ? namespace.substring(0, namespace.length() - 1) : namespace);
    }

    /** What every page leads to, whatever is on it. */
    Frame.Addresses ofEveryPage() {
        return new Frame.Addresses(
                file("site.css"),
                file("icon.svg"),
                file("card.png"),
                areAnswered() ? questions() : "",
                areAnswered() ? endpoint() : "",
                page(vocabulary(Precis.NS)),
                page(vocabulary(Precis.STATISTICS)),
                page(vocabulary(Precis.FLAGS)));
    }

    /** A page that a blog wrote itself. */
    public static String own(Blog blog, String key) {
        return blog.root() + key;
    }

    /** What such a page is called, if there could be one at that address. */
    public static Optional<String> own(Blog blog, Address address) {
        return below(blog.root(), address);
    }

    /** A file that the pages of a blog need. */
    public static String faceFile(Blog blog, String name) {
        return blog.root() + LOOK + name;
    }

    /** The name of the file that is found there. */
    public static Optional<String> faceFile(Blog blog, Address address) {
        return below(blog.root() + LOOK, address);
    }

    /** The page about a resource that has other documents, too. */
    public static String page(String iri) {
        return iri + Representation.HTML.suffix();
    }

    /** A page of a list: the first is the list itself. */
    public static String page(String list, Selection selection, int number) {
        String parameters = Stream.of(selection.parameters(), number == 1 ? "" : PAGE + "=" + number)
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? list : list + "?" + parameters;
    }

    /** Where a blog's summaries are sought. */
    public static String search(Blog blog) {
        return blog.root() + SEARCH;
    }

    /** All topics of a blog. */
    public static String topics(Blog blog) {
        return IriTemplate.TOPICS.of(blog.root());
    }

    /** All types of research in a blog. */
    public static String types(Blog blog) {
        return IriTemplate.TYPES.of(blog.root());
    }

    /** All works that a blog cites. */
    public static String works(Blog blog) {
        return blog.root() + "works";
    }

    /** Those of a year. */
    public static String year(Blog blog, String year) {
        return blog.root() + YEAR + year;
    }

    /** The year whose works are found there. */
    public static Optional<String> year(Blog blog, Address address) {
        return below(blog.root() + YEAR, address);
    }

    /** Everyone who wrote something that a blog cites. */
    public static String people(Blog blog) {
        return IriTemplate.PEOPLE.of(blog.root());
    }

    /** The journals and books that a blog cites. */
    public static String venues(Blog blog) {
        return IriTemplate.VENUES.of(blog.root());
    }

    /** The kinds of numbers in a blog. */
    public static String statistics(Blog blog) {
        return blog.root() + STATISTICS;
    }

    /** The numbers of one kind. */
    public static String statistic(Blog blog, String key) {
        return statistics(blog) + "/" + key;
    }

    /** What a person should look at. */
    public static String review(Blog blog) {
        return blog.root() + "review";
    }

    /** Where a DOI is looked up. */
    public static String doi(Blog blog) {
        return blog.root() + DOI;
    }

    /** The DOI that is looked up there. */
    public static Optional<String> doi(Blog blog, Address address) {
        return below(doi(blog) + "/", address);
    }

    /** What browsers are told of the search. */
    public static String openSearch(Blog blog) {
        return blog.root() + "opensearch.xml";
    }

    /** Where reference managers take works, for those that look beside a page. */
    public static String unapi(Blog blog) {
        return blog.root() + UNAPI;
    }

    private static Optional<String> below(String folder, Address address) {
        return address.iri().startsWith(folder)
                ? Optional.of(address.iri().substring(folder.length()))
                : Optional.empty();
    }
}
