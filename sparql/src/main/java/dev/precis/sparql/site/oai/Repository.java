package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.XmlText;
import dev.precis.sparql.site.oai.OaiError.Code;
import dev.precis.sparql.site.oai.OaiError.Refused;
import dev.precis.sparql.site.oai.Verb.Argument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** What harvesters are told of one edition of the site. */
final class Repository {
    private final Edition edition;
    private final Catalogue catalogue;
    private final Places places;
    private final String contact;
    private final Instant now;
    private final int most;
    private final Holdings holdings;

    /**
     * @param contact the mailbox of who runs it
     * @param most so many records are given at once, or one more
     */
    Repository(Edition edition, Catalogue catalogue, Places places, String contact, Instant now, int most) {
        this.edition = edition;
        this.catalogue = catalogue;
        this.places = places;
        this.contact = contact;
        this.now = now;
        this.most = most;
        this.holdings = Holdings.of(edition, catalogue, places);
    }

    /** What stands in the element of the verb. */
    interface Answer {
        void write(XmlText text) throws XMLStreamException;
    }

    /** @throws Refused if there is no answer */
    Answer answer(Asked asked) {
        return switch (asked.verb()) {
            case IDENTIFY -> this::identify;
            case LIST_METADATA_FORMATS -> formats(asked);
            case LIST_SETS -> sets(asked);
            case GET_RECORD -> record(asked);
            case LIST_IDENTIFIERS, LIST_RECORDS -> list(asked);
        };
    }

    private void identify(XmlText text) throws XMLStreamException {
        text.told(
                "repositoryName",
                edition.blogs().isEmpty()
                        ? "Pr\u00e9cis"
                        : edition.blogs().getFirst().name());
        text.element("baseURL", places.oai());
        text.element("protocolVersion", "2.0");
        text.element("adminEmail", contact);
        text.element("earliestDatestamp", holdings.earliest().toString());
        text.element("deletedRecord", "persistent");
        text.element("granularity", "YYYY-MM-DDThh:mm:ssZ");
        text.element("compression", "gzip");
    }

    private Answer formats(Asked asked) {
        asked.argument(Argument.IDENTIFIER).ifPresent(this::holding);
        return text -> {
            for (MetadataFormat format : MetadataFormat.values()) {
                text.open("metadataFormat");
                text.element("metadataPrefix", format.prefix());
                text.element("schema", format.schema());
                text.element("metadataNamespace", format.namespace());
                text.close();
            }
        };
    }

    private Answer sets(Asked asked) {
        if (asked.argument(Argument.TOKEN).isPresent()) {
            throw new Refused(Code.BAD_TOKEN, "All sets are listed at once.");
        }
        Sets sets = Sets.of(edition, catalogue, places);
        return text -> {
            for (var set : sets.names().entrySet()) {
                text.open("set");
                text.element("setSpec", set.getKey());
                text.told("setName", set.getValue());
                text.close();
            }
        };
    }

    private Answer record(Asked asked) {
        MetadataFormat format = asked.format().orElseThrow();
        Holding holding = holding(asked.argument(Argument.IDENTIFIER).orElse(""));
        return text -> record(text, holding, format);
    }

    private Holding holding(String iri) {
        return holdings.named(iri)
                .orElseThrow(() -> new Refused(Code.NO_SUCH_ITEM, "No record has or had this identifier."));
    }

    private Answer list(Asked asked) {
        Optional<Token> token = asked.argument(Argument.TOKEN).map(Token::parse);
        Harvest harvest = token.map(Harvest::on).orElseGet(() -> Harvest.of(asked, holdings.latest(now)));
        List<Holding> rest = harvest.rest(holdings);
        if (rest.isEmpty()) {
            throw new Refused(Code.NO_MATCH, "No record was changed in this period and set.");
        }
        int size = harvest.size().orElse(rest.size());
        // never one alone on the last page: npm oai-pmh loses it
        List<Holding> page = rest.subList(0, rest.size() <= most + 1 ? rest.size() : most);
        boolean whole = asked.verb() == Verb.LIST_RECORDS;
        return text -> {
            for (Holding holding : page) {
                if (whole) {
                    record(text, holding, harvest.format());
                } else {
                    header(text, holding);
                }
            }
            harvest.writeToken(text, page, rest.size() > page.size(), size);
        };
    }

    private void record(XmlText text, Holding holding, MetadataFormat format) throws XMLStreamException {
        text.open("record");
        header(text, holding);
        if (!holding.deleted()) {
            Item item = item(holding);
            text.open("metadata");
            format.write(text, item);
            text.close();
        }
        text.close();
    }

    private static void header(XmlText text, Holding holding) throws XMLStreamException {
        text.openWith("header", holding.deleted() ? new String[] {"status", "deleted"} : new String[0]);
        text.element("identifier", holding.iri());
        text.element("datestamp", holding.stamp().toString());
        for (String set : holding.sets()) {
            text.element("setSpec", set);
        }
        text.close();
    }

    private Item item(Holding holding) {
        return new Item(
                edition.blogOf(holding.iri()).orElseThrow(),
                catalogue.summary(holding.iri()).orElseThrow(),
                References.of(edition, catalogue).citedIn(holding.iri()));
    }
}
